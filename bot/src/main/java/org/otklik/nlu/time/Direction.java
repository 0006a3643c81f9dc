package org.otklik.nlu.time;

/** Where a clause looks in time: "I came on Saturday" back, "I come on Saturday" ahead. */
public enum Direction {
    PAST,
    FUTURE,
    /** The clause does not say. */
    OPEN
}
