package org.otklik.store;

/** What a commit promises. */
public enum Durability {
    /** It outlives a crash of the machine. */
    DURABLE,
    /** It is forgotten with the process: for tests and checks, several times as fast. */
    THROWAWAY
}
