package org.otklik.conversation;

import java.util.Locale;

/** Who answers in a conversation. */
public enum Owner {
    BOT,
    /** A person was asked for and none has taken it yet; the bot is silent. */
    QUEUE,
    STAFF;

    static Owner of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
