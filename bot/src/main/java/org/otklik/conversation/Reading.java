package org.otklik.conversation;

import java.util.Optional;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What was understood of a message, as it is kept beside it: of several parts the last, or the first that was misread. */
final class Reading {
    private @Nullable JSONB understood;
    private boolean isMisread;

    void heard(JSONB result) {
        if (!isMisread) {
            understood = result;
        }
    }

    /** Says whether that is news, of words. */
    boolean misread() {
        boolean isNews = understood != null && !isMisread;
        isMisread |= isNews;
        return isNews;
    }

    Optional<JSONB> understood() {
        return Optional.ofNullable(understood);
    }
}
