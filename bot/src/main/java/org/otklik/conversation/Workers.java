package org.otklik.conversation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes steps on virtual threads while there is something to do: as many at once as allowed, woken by hints, and by a poll
 * should every hint be lost.
 */
public final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final int limit;
    private final BooleanSupplier step;
    private final Semaphore free;
    private final AtomicLong wakes = new AtomicLong();
    private final Thread poll;
    private volatile boolean closed;

    /**
     * @param limit how many steps are taken at once
     * @param step does one piece of work; false when there was none
     */
    public Workers(String name, int limit, BooleanSupplier step) {
        this.name = name;
        this.limit = limit;
        this.step = step;
        this.free = new Semaphore(limit);
        this.poll = Thread.ofPlatform().daemon().name(name + "-poll").unstarted(this::poll);
    }

    /** As many as leave half of a pool of connections to others. */
    public static int atOnce(int poolSize) {
        return Math.max(1, poolSize / 2);
    }

    public void start() {
        poll.start();
    }

    private void poll() {
        while (!closed) {
            wake();
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Says that there may be something to do. Returns at once. */
    public void wake() {
        wakes.incrementAndGet();
        begin();
    }

    /** Starts one more worker, unless all are at it. */
    private void begin() {
        if (!closed && free.tryAcquire()) {
            Thread.ofVirtual().name(name).start(this::work);
        }
    }

    private void work() {
        long seen = wakes.get();
        boolean isBacklog = false;
        try {
            while (!closed && step.getAsBoolean()) {
                // Each hint wakes somebody of its own, and looking in vain is a transaction too: help is called only
                // when one
                // piece of work follows another.
                if (isBacklog) {
                    begin();
                }
                isBacklog = true;
                seen = wakes.get();
            }
        } catch (DataAccessException e) {
            // The edge of a step that could not even fail in order; the poll tries again.
            LOG.warn("{}: {}", name, e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("{} stumbled", name, e);
        } finally {
            free.release();
        }
        // Whoever called after the last look found this worker still busy.
        if (seen != wakes.get()) {
            begin();
        }
    }

    /** Lets the steps that are being taken finish, for some seconds. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(poll);
        try {
            if (!free.tryAcquire(limit, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} left {} steps unfinished", name, limit - free.availablePermits());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
