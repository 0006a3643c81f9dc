package org.otklik.host;

/** The HTTP server can't have its port; the message tells the operator why, in one line. */
public final class CannotListen extends RuntimeException {
    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
