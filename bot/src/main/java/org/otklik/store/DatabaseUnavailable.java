package org.otklik.store;

/** The database can't be used, and a person has to change something. The message is one line and says what. */
public final class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", "; "), cause);
    }
}
