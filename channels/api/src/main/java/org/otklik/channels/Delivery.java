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
     * Never: the other side will not take this message, however often it is sent.
     *
     * @param reason for the operator, without personal data
     */
    record Refused(String reason) implements Delivery {}
}
