package org.otklik.delivery;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.PRESENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage;
import org.otklik.conversation.Attachments;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;

/**
 * The replies of one channel that wait to be sent.
 *
 * @param connected whether only addresses that are connected to the node can be reached
 */
record UnsentMessages(String channel, String node, boolean connected) {
    /** Not parameters: a plan for any status could not use the indexes of these, and would be made anew each time. */
    private static final Field<String> QUEUED = inline("queued");

    private static final Field<String> SENDING = inline("sending");
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int BATCH = 32;

    /** Takes some under lease: the oldest of a conversation, and no other of it meanwhile. */
    List<Lease> lease(DSLContext sql, Instant now) {
        var due = select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CHANNEL.eq(channel))
                .and(isUnsent(now))
                .and(MESSAGE.DUE_AT.isNull().or(MESSAGE.DUE_AT.le(now)))
                .and(isFirst(now))
                .and(connected ? isConnected() : noCondition())
                .orderBy(MESSAGE.ID)
                .limit(BATCH)
                .forUpdate()
                .of(MESSAGE)
                .skipLocked();
        var leased = sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "sending")
                .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
                .set(MESSAGE.LEASE_UNTIL, now.plus(LEASE))
                .from(CONVERSATION)
                // An array is worked out once. A plan that joins the subquery may run it again, and lock more than a
                // batch.
                .where(MESSAGE.ID.eq(any(array(due))))
                .and(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .returningResult(
                        MESSAGE.ID,
                        MESSAGE.CHANNEL,
                        MESSAGE.ACCOUNT,
                        CONVERSATION.ADDRESS,
                        MESSAGE.BODY,
                        MESSAGE.PAYLOAD,
                        MESSAGE.LANGUAGE,
                        MESSAGE.ATTEMPTS)
                .fetch();
        var files = files(sql, leased);
        return leased.map(row -> lease(row, files, now));
    }

    /** The files of the messages that have some. */
    private static Map<Long, List<Attachment>> files(DSLContext sql, Result<? extends Record> leased) {
        var having = leased.stream()
                .filter(row -> said(row).files() > 0)
                .map(row -> row.get(MESSAGE.ID))
                .toList();
        return having.isEmpty() ? Map.of() : new Attachments(sql).of(having);
    }

    private static Payload.Said said(Record row) {
        return Json.read(row.get(MESSAGE.PAYLOAD), Payload.Said.class);
    }

    /** Ends the leases that were taken at this moment, to the microsecond, which is as good as a number of their batch. */
    void release(DSLContext sql, Instant begun) {
        sql.update(MESSAGE)
                .set(MESSAGE.STATUS, "queued")
                .setNull(MESSAGE.LEASE_UNTIL)
                .where(MESSAGE.CHANNEL.eq(channel))
                .and(MESSAGE.STATUS.eq(SENDING))
                .and(MESSAGE.LEASE_UNTIL.eq(begun.plus(LEASE)))
                .execute();
    }

    private static Condition isUnsent(Instant now) {
        return MESSAGE.STATUS.in(QUEUED, SENDING).and(MESSAGE.STATUS.eq(QUEUED).or(MESSAGE.LEASE_UNTIL.lt(now)));
    }

    private static Condition isFirst(Instant now) {
        var other = MESSAGE.as("other");
        return notExists(selectOne()
                .from(other)
                .where(other.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                .and(other.STATUS.in(QUEUED, SENDING))
                // A notice of another turn may get its number before a reply and be committed after it.
                .and(other.ID.lt(MESSAGE.ID).or(other.STATUS.eq(SENDING).and(other.LEASE_UNTIL.ge(now)))));
    }

    private Condition isConnected() {
        var addressed = CONVERSATION.as("addressed");
        return exists(selectOne()
                .from(addressed)
                .join(PRESENCE)
                .on(row(PRESENCE.CHANNEL, PRESENCE.ACCOUNT, PRESENCE.ADDRESS)
                        .eq(row(addressed.CHANNEL, addressed.ACCOUNT, addressed.ADDRESS)))
                .where(addressed.ID.eq(MESSAGE.CONVERSATION_ID))
                .and(PRESENCE.NODE.eq(node)));
    }

    private static Lease lease(Record row, Map<Long, List<Attachment>> files, Instant now) {
        var said = said(row);
        var to = new Address(row.get(MESSAGE.CHANNEL), row.get(MESSAGE.ACCOUNT), row.get(CONVERSATION.ADDRESS));
        var buttons = said.choices().stream()
                .map(choice -> new Button(choice.label(), choice.ownPhone()))
                .toList();
        var language = Language.of(row.get(MESSAGE.LANGUAGE)).orElseThrow();
        long id = row.get(MESSAGE.ID);
        var message = new OutboundMessage(
                id,
                to,
                row.get(MESSAGE.BODY),
                buttons,
                language,
                said.author(),
                files.getOrDefault(id, List.of()),
                said.threading(),
                said.tables());
        return new Lease(message, row.get(MESSAGE.ATTEMPTS), now);
    }
}
