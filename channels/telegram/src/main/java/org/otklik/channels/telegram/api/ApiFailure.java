package org.otklik.channels.telegram.api;

import java.time.Duration;
import java.util.Optional;

/** A call of the Bot API that did not succeed. Its message is for the operator, and holds neither the token nor personal data. */
public final class ApiFailure extends Exception {
    private final Kind kind;
    private final Duration retryAfter;
    private final long movedTo;

    /** What to do about it. */
    public enum Kind {
        /** Too many calls (429): come again after {@link #retryAfter}. */
        BUSY,
        /** No connection. */
        UNREACHABLE,
        /** No answer, or one that can't be read. Whether the call had its effect is not known. */
        UNCERTAIN,
        /** The server broke (5xx). */
        BROKEN,
        /** The token is not, or no longer, that of a bot (401). */
        UNAUTHORIZED,
        /** Nothing of that name (404): an unknown token, a method that an older server does not have. */
        NOT_FOUND,
        /** Another program fetches this bot's updates (409). */
        CONFLICT,
        /** Whoever is at the other side takes nothing from this bot (403). */
        BLOCKED,
        /** The group has become another one (400 with migrate_to_chat_id), see {@link #movedTo}. */
        MOVED,
        /** The call is wrong, however often it is made (400 and others). */
        REFUSED
    }

    private ApiFailure(Kind kind, String message, Duration retryAfter, long movedTo) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.movedTo = movedTo;
    }

    ApiFailure(Kind kind, String message) {
        this(kind, message, Duration.ZERO, 0);
    }

    static ApiFailure busy(Duration retryAfter) {
        return new ApiFailure(
                Kind.BUSY, "Telegram asks to wait for " + retryAfter.toSeconds() + " seconds", retryAfter, 0);
    }

    static ApiFailure moved(long chat) {
        return new ApiFailure(Kind.MOVED, "the group has become another one", Duration.ZERO, chat);
    }

    public Kind kind() {
        return kind;
    }

    /** How long Telegram asks to wait; empty unless it does. */
    public Optional<Duration> retryAfter() {
        return kind == Kind.BUSY ? Optional.of(retryAfter) : Optional.empty();
    }

    /** The number of the group that this one has become; empty unless it has. */
    public Optional<Long> movedTo() {
        return kind == Kind.MOVED ? Optional.of(movedTo) : Optional.empty();
    }

    /** Words for the operator. */
    public String says() {
        var message = getMessage();
        return message == null ? kind.name() : message;
    }
}
