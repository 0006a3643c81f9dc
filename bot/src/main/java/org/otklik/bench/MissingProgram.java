package org.otklik.bench;

/** A program that a measurement needs is not installed; the message tells how to get it. */
public final class MissingProgram extends RuntimeException {
    MissingProgram(String message) {
        super(message);
    }

    MissingProgram(String message, Throwable cause) {
        super(message, cause);
    }
}
