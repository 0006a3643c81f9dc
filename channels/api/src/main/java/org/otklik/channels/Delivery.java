package org.otklik.channels;

import java.time.Duration;
import java.util.Optional;

/** How an attempt to send ended. */
public sealed interface Delivery {
    /**
     * The other side has taken it.
     *
     * @param externalId the number that the other side gave it, by which an answer to it will name it
     */
    record Sent(Optional<String> externalId) implements Delivery {
        public Sent() {
            this(Optional.empty());
        }
    }

    /**
     * Not now: a busy or broken line, a limit.
     *
     * @param reason for the operator, without personal data
     * @param notBefore how long the other side asked to wait (Bot API 429 retry_after), if it said so
     */
    record Later(String reason, Optional<Duration> notBefore) implements Delivery {}

    /**
     * Not now, and no other message either: the line as a whole is down, or its account is not let in. However long that takes, it is
     * no reason to give a message up.
     *
     * @param reason for the operator, without personal data
     */
    record Down(String reason) implements Delivery {}

    /**
     * Never: the other side will not take this message, however often it is sent.
     *
     * @param reason for the operator, without personal data
     */
    record Refused(String reason) implements Delivery {}

    /**
     * Neither this message nor another one: the other side takes nothing more from us (Bot API 403), until it writes again.
     *
     * @param reason for the operator, without personal data
     */
    record Blocked(String reason) implements Delivery {}
}
