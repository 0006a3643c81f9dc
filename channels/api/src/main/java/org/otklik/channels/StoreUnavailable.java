package org.otklik.channels;

/** The store can't be reached. What was asked of it has to be asked again later. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(Throwable cause) {
        super("the store can't be reached", cause);
    }
}
