package org.otklik.channels.email.connection;

import java.util.function.Supplier;

/** With what an account is opened. None of them says its secret when it is printed. */
public sealed interface Credential {
    /** For a server that asks nobody who he is. */
    record None() implements Credential {}

    /** A password. */
    record Password(String secret) implements Credential {
        @Override
        public String toString() {
            return "a password";
        }
    }

    /**
     * An access token of OAuth 2 (XOAUTH2).
     *
     * @param current asked anew for each login, since a token lives an hour and somebody else renews it
     */
    record Token(Supplier<String> current) implements Credential {
        @Override
        public String toString() {
            return "a token";
        }
    }
}
