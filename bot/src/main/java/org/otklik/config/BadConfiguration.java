package org.otklik.config;

/** A setting that can't be used. The message is one line: where it is written, what is wrong, and an example. */
public final class BadConfiguration extends RuntimeException {
    public BadConfiguration(String message) {
        super(message);
    }
}
