package org.otklik.botapi.waiting;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The lock under which everything in a stand-in happens. Whoever waits looks again after every change. */
public final class Monitor {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    public <T> T change(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    public void change(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    public <T> T look(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something to see.
     *
     * @param awaited what, in words, for whoever reads that it did not come
     * @throws IllegalStateException when it does not come in time
     */
    public <T> T await(Duration patience, String awaited, Supplier<Optional<T>> look) {
        long left = patience.toNanos();
        lock.lock();
        try {
            var seen = look.get();
            while (seen.isEmpty()) {
                if (left <= 0) {
                    throw new IllegalStateException("not within " + patience.toMillis() + " ms: " + awaited);
                }
                left = changed.awaitNanos(left);
                seen = look.get();
            }
            return seen.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for: " + awaited, e);
        } finally {
            lock.unlock();
        }
    }
}
