package org.otklik.store;

/** A backup or a restore did not happen. The message is one line and says what to change. */
public final class BackupFailed extends RuntimeException {
    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message.replaceAll("\\s*\\R\\s*", "; "), cause);
    }
}
