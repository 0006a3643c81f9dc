package org.otklik.delivery;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.i18n.Language;

/**
 * The replies of one channel that wait to be sent.
 *
 * @param connected whether only addresses that are connected to the node can be reached
 */
record UnsentMessages(String channel, String node, boolean connected) {
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
        return sql.update(MESSAGE)
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
                .fetch(UnsentMessages::lease);
    }

    private static Condition isUnsent(Instant now) {
        return MESSAGE.STATUS.eq("queued").or(MESSAGE.STATUS.eq("sending").and(MESSAGE.LEASE_UNTIL.lt(now)));
    }

    private static Condition isFirst(Instant now) {
        var other = MESSAGE.as("other");
        return notExists(selectOne()
                .from(other)
                .where(other.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                .and(other.STATUS.in("queued", "sending"))
                // A notice of another turn may get its number before a reply and be committed after it.
                .and(other.ID.lt(MESSAGE.ID).or(other.STATUS.eq("sending").and(other.LEASE_UNTIL.ge(now)))));
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

    private static Lease lease(Record row) {
        var said = Json.read(row.get(MESSAGE.PAYLOAD), Payload.Said.class);
        var to = new Address(row.get(MESSAGE.CHANNEL), row.get(MESSAGE.ACCOUNT), row.get(CONVERSATION.ADDRESS));
        var buttons = said.choices().stream()
                .map(choice -> new Button(choice.label()))
                .toList();
        var language = Language.of(row.get(MESSAGE.LANGUAGE)).orElseThrow();
        var message =
                new OutboundMessage(row.get(MESSAGE.ID), to, row.get(MESSAGE.BODY), buttons, language, said.author());
        return new Lease(message, row.get(MESSAGE.ATTEMPTS));
    }
}
