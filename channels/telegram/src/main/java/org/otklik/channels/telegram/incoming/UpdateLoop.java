package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.StoreUnavailable;
import org.otklik.channels.telegram.api.ApiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps receiving, on a thread of its own: becomes acquainted with Telegram, then asks for updates again and again. Whatever breaks, it pauses and
 * begins anew. An update is forgotten by Telegram only when the next call says so, which is after it is stored.
 */
final class UpdateLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateLoop.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    /** No call that waits for news ends sooner without any. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(10);

    private final Source source;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ChannelHealth health = new ChannelHealth(false, "connecting to Telegram");
    private int failures;

    /** Where updates come from. */
    interface Source {
        /** Gets ready to receive, and says as whom. */
        String introduce() throws ApiFailure;

        /**
         * Waits for updates.
         *
         * @param from the first that is wanted; those before it are forgotten
         */
        List<JsonNode> updates(Optional<Long> from) throws ApiFailure;

        Intake.Progress take(List<JsonNode> updates);

        /** Ends a wait for updates that is under way. */
        void close();
    }

    UpdateLoop(Source source) {
        this.source = source;
        this.thread = Thread.ofVirtual().name("telegram").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    ChannelHealth health() {
        boolean hasEnded = thread.getState() == Thread.State.TERMINATED && !isClosed();
        return hasEnded ? new ChannelHealth(false, "receiving has ended; restart Otklik") : health;
    }

    private void run() {
        while (!isClosed()) {
            try {
                receive(source.introduce());
            } catch (ApiFailure failure) {
                trouble(Complaint.about(failure));
                await(failure.retryAfter().orElseGet(this::pause));
            } catch (StoreUnavailable e) {
                trouble("the database can't be reached, so updates wait");
                await(pause());
            } catch (RuntimeException | Error e) {
                // The edge of the loop: whatever it was, the updates are still at Telegram's.
                trouble("receiving broke: " + e.getClass().getSimpleName());
                LOG.error("Receiving from Telegram broke", e);
                await(pause());
            }
        }
    }

    private void receive(String account) throws ApiFailure {
        // Nothing is known of what was forgotten before, so all that is left is asked for.
        var from = Optional.<Long>empty();
        while (!isClosed()) {
            long asked = System.nanoTime();
            var updates = source.updates(from);
            if (updates.isEmpty()) {
                // All is forgotten. The numbers may begin anew after a quiet week, so the last one is, too.
                from = Optional.empty();
                well(account);
                if (System.nanoTime() - asked < AT_ONCE.toNanos()) {
                    // A server that does not wait for news is not asked all the time.
                    await(SHORTEST_PAUSE);
                }
                continue;
            }
            var progress = source.take(updates);
            var last = last(updates.subList(0, progress.safe()));
            from = last.isPresent() ? last.map(number -> number + 1) : from;
            if (progress.trouble().isPresent()) {
                trouble(progress.trouble().get());
                await(progress.asked().orElseGet(this::pause));
            } else if (last.isEmpty()) {
                // They would come at once again.
                trouble("what Telegram hands out are no updates");
                await(pause());
            } else {
                well(account);
            }
        }
    }

    /** The highest number among updates; empty when none has one. */
    private static Optional<Long> last(List<JsonNode> updates) {
        return updates.stream()
                .map(update -> update.path("update_id"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong)
                .max(Long::compare);
    }

    private void well(String account) {
        if (!health.working()) {
            LOG.info("Receiving from Telegram");
        }
        failures = 0;
        health = new ChannelHealth(true, account);
    }

    private void trouble(String says) {
        if (isClosed()) {
            return;
        }
        if (health.working() || !health.says().equals(says)) {
            LOG.warn("Telegram: {}", says);
        }
        failures++;
        health = new ChannelHealth(false, says);
    }

    private Duration pause() {
        int doublings = Math.clamp(failures - 1, 0, 8);
        var pause = SHORTEST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void await(Duration time) {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Closing while waiting");
            }
        } catch (InterruptedException e) {
            LOG.debug("Interrupted while waiting");
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** What is being stored is stored to its end; a call that waits for news is broken off. */
    @Override
    public void close() {
        closed.countDown();
        source.close();
        try {
            if (thread.isAlive() && !thread.join(END)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
