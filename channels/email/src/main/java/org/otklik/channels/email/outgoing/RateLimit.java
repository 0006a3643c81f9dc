package org.otklik.channels.email.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** At most so many in any minute. Who has to wait is told for how long, one after the other. Safe for threads. */
final class RateLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final int most;
    private final Clock clock;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private Instant promised = Instant.EPOCH;

    RateLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes a turn; or says how long to wait before asking again. */
    synchronized Optional<Duration> pause() {
        var now = clock.instant();
        // What lies in the future was taken before the clock was put back.
        taken.removeIf(at -> !at.plus(MINUTE).isAfter(now) || at.isAfter(now));
        if (taken.size() < most) {
            taken.add(now);
            return Optional.empty();
        }
        boolean isQueue = promised.isAfter(now) && promised.isBefore(now.plus(LONGEST_PAUSE));
        promised = isQueue
                ? promised.plus(MINUTE.dividedBy(most))
                : taken.getFirst().plus(MINUTE);
        return Optional.of(Duration.between(now, promised));
    }
}
