package org.otklik.channels.webchat;

/** Why the server ends a connection, as a WebSocket close code (RFC 6455 §7.4). */
enum Closing {
    GOING_AWAY(1001),
    /** Broken frames again and again, or a flood. */
    POLICY(1008),
    TOO_BIG(1009),
    TRY_LATER(1013),
    /** The session was revoked; from the range for private use. */
    SESSION_ENDED(4001);

    private final short code;

    Closing(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
