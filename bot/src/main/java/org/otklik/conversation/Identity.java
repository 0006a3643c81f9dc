package org.otklik.conversation;

import java.util.Locale;

/** How sure the bot is of whom it talks to. Nothing personal is shown below {@code LINKED}. */
public enum Identity {
    /** Nobody known; whatever name or address was typed is only claimed. */
    ANONYMOUS,
    /** Tied to a contact by the organisation or by a code. */
    LINKED,
    /** Tied to a contact, and proven by a one-time link or code in this conversation. */
    VERIFIED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
