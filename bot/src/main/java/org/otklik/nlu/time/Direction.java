package org.otklik.nlu.time;

/** Where a clause looks in time: "I came on Saturday" back, "I come on Saturday" ahead. */
public enum Direction {
    PAST,
    FUTURE,
    /** Whichever is nearer: what was brought for the ninth of May was so a while ago, or is for the one to come. */
    NEAREST,
    /** The clause does not say. */
    OPEN
}
