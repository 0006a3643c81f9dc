package org.otklik.channels.telegram.outgoing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many messages in any stretch of time of a length, as the other side counts them, whatever happens on the way: a message counts from
 * its beginning until that time after its end, since it arrives somewhere between. Who comes first goes first. By the machine's own ticks, since
 * clocks jump.
 */
final class Window {
    private final int most;
    private final long periodNanos;
    private final Semaphore gate = new Semaphore(1, true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Deque<Long> ended = new ArrayDeque<>();
    private final AtomicInteger expected = new AtomicInteger();
    private int underWay;

    Window(int most, Duration period) {
        this.most = most;
        this.periodNanos = period.toNanos();
    }

    /**
     * Waits for a turn that was {@link #expect announced}; each has to be ended by {@link #leave}.
     *
     * @param until when to give up, in ticks of {@link System#nanoTime}
     * @return whether it came
     */
    boolean enter(long until) throws InterruptedException {
        try {
            if (!gate.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            try {
                return await(until);
            } finally {
                gate.release();
            }
        } finally {
            expected.decrementAndGet();
        }
    }

    /** Announces somebody who is about to {@link #enter}, which has to follow. */
    Window expect() {
        expected.incrementAndGet();
        return this;
    }

    /** How long until the next turn, as far as it is known. */
    Duration untilNext() {
        lock.lock();
        try {
            long left = ended.isEmpty() ? periodNanos : ended.getFirst() + periodNanos - System.nanoTime();
            return Duration.ofNanos(Math.max(left, 0));
        } finally {
            lock.unlock();
        }
    }

    private boolean await(long until) throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                long now = System.nanoTime();
                while (!ended.isEmpty() && now - ended.getFirst() >= periodNanos) {
                    ended.removeFirst();
                }
                if (underWay + ended.size() < most) {
                    underWay++;
                    return true;
                }
                long next = ended.isEmpty() ? periodNanos : ended.getFirst() + periodNanos - now;
                long left = until - now;
                if (left <= 0) {
                    return false;
                }
                // Woken by an end or by time; what it means is looked at above.
                var _ = news.awaitNanos(Math.min(next, left));
            }
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            underWay--;
            ended.addLast(System.nanoTime());
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing of it counts any more, so that it can be forgotten. */
    boolean isIdle() {
        lock.lock();
        try {
            return expected.get() == 0
                    && underWay == 0
                    && (ended.isEmpty() || System.nanoTime() - ended.getLast() >= periodNanos);
        } finally {
            lock.unlock();
        }
    }
}
