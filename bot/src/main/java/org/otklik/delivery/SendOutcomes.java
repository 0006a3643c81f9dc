package org.otklik.delivery;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.Delivery;
import org.otklik.conversation.BlockedChats;
import org.otklik.delivery.OutboxPump.UndeliverableMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down how sends ended, where the lease is still the one they were made under. May be repeated: what is written already
 * is left alone.
 */
final class SendOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(SendOutcomes.class);
    private static final int TRIES = 40;

    private final DSLContext sql;
    private final Backoff backoff;
    private final UndeliverableMessages undeliverable;
    private final Instant now;

    SendOutcomes(DSLContext sql, Backoff backoff, UndeliverableMessages undeliverable, Instant now) {
        this.sql = sql;
        this.backoff = backoff;
        this.undeliverable = undeliverable;
        this.now = now;
    }

    /** A message that the other side has taken, and the number that it gave it. */
    record Taken(Lease lease, Optional<String> externalId) {}

    void sent(List<Taken> taken) {
        if (!taken.isEmpty()) {
            var numbers = new HashMap<Long, String>();
            taken.forEach(one -> one.externalId()
                    .ifPresent(number -> numbers.put(one.lease().message().id(), number)));
            sql.update(MESSAGE)
                    .set(
                            MESSAGE.EXTERNAL_ID,
                            numbers.isEmpty()
                                    ? MESSAGE.EXTERNAL_ID
                                    : case_(MESSAGE.ID).mapValues(numbers))
                    .set(MESSAGE.STATUS, "sent")
                    .set(MESSAGE.SENT_AT, now)
                    .setNull(MESSAGE.LEASE_UNTIL)
                    .where(isHeld(taken.stream().map(Taken::lease).toList()))
                    .execute();
        }
    }

    /** @param patient whether to try for ever, since the other side need not be there for days */
    void later(Lease lease, Delivery.Later later, boolean patient) {
        if (lease.attempts() >= TRIES && !patient) {
            refused(lease, later.reason());
        } else {
            postpone(lease, later.reason(), later.notBefore().orElseGet(() -> backoff.after(lease.attempts())));
        }
    }

    /** Tried for ever: what nobody can send to anybody is no message's fault, and the operator sees it in the health. */
    void down(Lease lease, String reason) {
        postpone(lease, reason, backoff.after(lease.attempts()));
    }

    private void postpone(Lease lease, String reason, Duration pause) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "queued")
                .set(MESSAGE.DUE_AT, now.plus(pause))
                .set(MESSAGE.ERROR, reason)
                .setNull(MESSAGE.LEASE_UNTIL)
                .where(isHeld(List.of(lease)))
                .execute();
    }

    void refused(Lease lease, String reason) {
        int failed = sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "failed")
                .set(MESSAGE.ERROR, reason)
                .setNull(MESSAGE.LEASE_UNTIL)
                .where(isHeld(List.of(lease)))
                .execute();
        if (failed == 1) {
            report(lease.message().id(), reason);
        }
    }

    /** Nothing goes there any more, unless the other side has written since this was sent: then it is tried once more. */
    void blocked(Lease lease, String reason) {
        var since = MESSAGE.as("since");
        int failed = sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "failed")
                .set(MESSAGE.ERROR, reason)
                .setNull(MESSAGE.LEASE_UNTIL)
                .where(isHeld(List.of(lease)))
                .and(notExists(selectOne()
                        .from(since)
                        .where(since.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                        .and(since.DIRECTION.eq("in"))
                        .and(since.ID.gt(MESSAGE.ID))
                        .and(since.RECEIVED_AT.gt(lease.begun()))))
                .execute();
        if (failed == 1) {
            close(lease.message().id(), reason);
        } else {
            postpone(lease, reason, backoff.after(lease.attempts()));
        }
    }

    /** Whatever happens here, the message stays failed, as below. */
    private void close(long messageId, String reason) {
        LOG.info("Message {} was not taken, and nothing more goes to that chat: {}", messageId, reason);
        try {
            sql.transaction(savepoint -> {
                var lost = new ArrayList<>(List.of(messageId));
                lost.addAll(new BlockedChats(savepoint.dsl()).block(messageId, reason, now));
                undeliverable.retell(savepoint.dsl(), lost, now);
            });
        } catch (RuntimeException e) {
            LOG.error("The chat of message {} could not be closed", messageId, e);
        }
    }

    /** Whatever happens here, the message stays failed: it must not keep the others of its batch from being marked. */
    private void report(long messageId, String reason) {
        LOG.warn("Message {} can't be delivered: {}", messageId, reason);
        try {
            sql.transaction(savepoint -> undeliverable.report(savepoint.dsl(), messageId, reason, now));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told that message {} can't be delivered", messageId, e);
        }
    }

    private static Condition isHeld(List<Lease> leases) {
        var tokens = leases.stream()
                .map(lease -> row(lease.message().id(), lease.attempts()))
                .toList();
        return row(MESSAGE.ID, MESSAGE.ATTEMPTS).in(tokens).and(MESSAGE.STATUS.eq("sending"));
    }
}
