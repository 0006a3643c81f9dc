package org.otklik.botapi;

import java.util.Locale;

/** The token of the bot, which can be taken away and given anew. */
final class Token {
    private String value;
    private boolean isRevoked;
    private int renewals;

    Token(String value) {
        this.value = value;
    }

    synchronized String value() {
        return value;
    }

    synchronized boolean accepts(String given) {
        return !isRevoked && value.equals(given);
    }

    synchronized void revoke() {
        isRevoked = true;
    }

    /** @return another one, with which the bot goes on */
    synchronized String renew() {
        renewals++;
        value = String.format(Locale.ROOT, "%s-new%d", value.replaceFirst("-new\\d+$", ""), renewals);
        isRevoked = false;
        return value;
    }
}
