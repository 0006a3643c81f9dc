package org.otklik.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.Channel;
import org.otklik.channels.Delivery;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the queued messages of one channel: takes some under a lease, commits, sends them side by side, and marks them where the
 * lease is still its own. The oldest message of a conversation goes first, and alone.
 */
public final class OutboxPump {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPump.class);

    private final Database database;
    private final Channel channel;
    private final UnsentMessages unsent;
    private final Clock clock;
    private final Backoff backoff;
    private final UndeliverableMessages undeliverable;
    private final ConcurrentLinkedQueue<Outcome> unmarked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Instant> doubtful = new ConcurrentLinkedQueue<>();

    /** What becomes of messages that could not be delivered, in the transaction that gives them up. */
    public interface UndeliverableMessages {
        /** Tells a person about one. */
        void report(DSLContext sql, long messageId, String reason, Instant at);

        /** Finds another way for those that went to a chat which takes nothing more, where they have to be heard. */
        default void retell(DSLContext sql, List<Long> messageIds, Instant at) {
            // They are given up.
        }
    }

    /** @param node the name of this node, as channels' connections are registered under it */
    public OutboxPump(
            Database database,
            Channel channel,
            String name,
            String node,
            Clock clock,
            RandomGenerator random,
            UndeliverableMessages undeliverable) {
        this.database = database;
        this.channel = channel;
        this.unsent = new UnsentMessages(name, node, channel.capabilities().attached());
        this.clock = clock;
        this.backoff = new Backoff(random);
        this.undeliverable = undeliverable;
    }

    private record Outcome(Lease lease, Delivery delivery) {}

    /**
     * Sends what can be sent now. Better run by two threads than by one: a slow send holds up its whole batch, and the other
     * thread marks what is sent already.
     *
     * @return false when nothing was due
     * @throws DataAccessException when the database can't be reached; what was sent meanwhile is marked by the next call
     */
    public boolean runOne() {
        mark();
        release();
        var leases = lease();
        // All at once, so that each is sent within its lease however slow the others are.
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            leases.forEach(lease -> senders.execute(() -> unmarked.add(new Outcome(lease, send(lease)))));
        }
        mark();
        return !leases.isEmpty();
    }

    private List<Lease> lease() {
        // As exactly as the database keeps it, to find the leases by it.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            return database.transaction(sql -> unsent.lease(sql, now));
        } catch (DataAccessException e) {
            doubtful.add(now);
            throw e;
        }
    }

    /** Gives back what was leased by transactions whose end nobody heard of: it would wait for the end of the lease. */
    private void release() {
        for (var begun = doubtful.peek(); begun != null; begun = doubtful.peek()) {
            unsent.release(database.sql(), begun);
            doubtful.remove(begun);
        }
    }

    private Delivery send(Lease lease) {
        try {
            return channel.send(lease.message());
        } catch (RuntimeException | Error e) {
            LOG.error("Sending message {} broke", lease.message().id(), e);
            return new Delivery.Later(e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private void mark() {
        var outcomes = new ArrayList<Outcome>();
        for (var outcome = unmarked.poll(); outcome != null; outcome = unmarked.poll()) {
            outcomes.add(outcome);
        }
        if (outcomes.isEmpty()) {
            return;
        }
        try {
            database.transaction(sql -> mark(sql, outcomes));
        } catch (RuntimeException e) {
            unmarked.addAll(outcomes);
            throw e;
        }
    }

    private int mark(DSLContext sql, List<Outcome> outcomes) {
        var marks = new SendOutcomes(sql, backoff, undeliverable, clock.instant());
        var sent = new ArrayList<SendOutcomes.Taken>();
        for (var outcome : outcomes) {
            var lease = outcome.lease();
            switch (outcome.delivery()) {
                case Delivery.Sent(var externalId) -> sent.add(new SendOutcomes.Taken(lease, externalId));
                case Delivery.Later later ->
                    marks.later(lease, later, channel.capabilities().attached());
                case Delivery.Down(var reason) -> marks.down(lease, reason);
                case Delivery.Refused(var reason) -> marks.refused(lease, reason);
                case Delivery.Blocked(var reason) -> marks.blocked(lease, reason);
            }
        }
        marks.sent(sent);
        return outcomes.size();
    }
}
