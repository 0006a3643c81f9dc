package org.otklik.channels.telegram.incoming;

import org.otklik.channels.telegram.api.ApiFailure;

/** What is wrong with receiving, and what the operator can do about it. */
final class Complaint {
    private Complaint() {}

    static String about(ApiFailure failure) {
        return switch (failure.kind()) {
            case UNAUTHORIZED, NOT_FOUND ->
                "Telegram does not know the token, or no longer; put the one that @BotFather gives into"
                        + " channels.telegram.token and restart";
            case CONFLICT -> "another program receives with the same token; stop it, or give this one a bot of its own";
            default -> failure.says();
        };
    }
}
