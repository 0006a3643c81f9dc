package org.otklik.botapi.chats;

import org.otklik.botapi.wire.Refusal;

/** Whether a bot may write to a chat. */
enum Access {
    OPEN(""),
    /** A person who has never started the bot. */
    STRANGER("bot can't initiate conversation with a user"),
    BLOCKED("bot was blocked by the user"),
    KICKED("bot was kicked from the supergroup chat");

    private final String why;

    Access(String why) {
        this.why = why;
    }

    void check() {
        if (this != OPEN) {
            throw Refusal.forbidden(why);
        }
    }
}
