package org.otklik.check;

/** A script or a fixture that can't be played as it is written; the message names the file and says what to mend. */
final class BadScript extends RuntimeException {
    BadScript(String message) {
        super(message);
    }

    BadScript(String message, Throwable cause) {
        super(message, cause);
    }
}
