package org.otklik.channels;

/** What became of an inbound message that a channel handed over. */
public enum Accepted {
    /** It is stored; the channel may acknowledge it to its source. */
    STORED,
    /** It had been stored before under the same external id; acknowledge it again. */
    DUPLICATE,
    /** The store can't be reached. Don't acknowledge; the source keeps the message, and hands it over again later. */
    UNAVAILABLE,
    /** The store does not take this message, however often it is handed over. Put it where a person finds it, and go on. */
    REFUSED
}
