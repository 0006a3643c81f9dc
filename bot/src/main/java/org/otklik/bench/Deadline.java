package org.otklik.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Until when something has to have happened, on the scale of {@link System#nanoTime}. */
record Deadline(long nanos) {
    private static final Duration TICK = Duration.ofMillis(50);

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Waits until it happens. @return whether it did */
    boolean meets(BooleanSupplier condition) {
        return meets(condition, TICK);
    }

    /** Waits until it happens, and looks only so often, since to look costs something. @return whether it did */
    boolean meets(BooleanSupplier condition, Duration tick) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > nanos) {
                return false;
            }
            LockSupport.parkNanos(tick.toNanos());
        }
        return true;
    }
}
