package org.otklik.botapi.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many things in any stretch of time so long. */
final class Window {
    private final int most;
    private final long span;
    private final Deque<Long> taken = new ArrayDeque<>();

    Window(int most, Duration span) {
        this.most = most;
        this.span = span.toNanos();
    }

    /** How long until so many more may be taken; zero or less: at once. */
    Duration wait(int count, long now) {
        while (!taken.isEmpty() && taken.getFirst() + span <= now) {
            taken.removeFirst();
        }
        int tooMany = taken.size() + Math.min(count, most) - most;
        if (tooMany <= 0) {
            return Duration.ZERO;
        }
        long leaves = taken.stream().skip(tooMany - 1L).findFirst().orElse(now);
        return Duration.ofNanos(leaves + span - now);
    }

    void take(int count, long now) {
        for (int i = 0; i < count; i++) {
            taken.addLast(now);
        }
    }
}
