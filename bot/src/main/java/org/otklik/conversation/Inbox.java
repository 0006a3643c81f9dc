package org.otklik.conversation;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what channels bring, before they acknowledge it to its source. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Database database;
    private final Clock clock;
    private final Hints hints;

    public Inbox(Database database, Clock clock, Hints hints) {
        this.database = database;
        this.clock = clock;
        this.hints = hints;
    }

    /** Stores a message once, however often it is delivered. */
    public Accepted accept(InboundMessage message) {
        try {
            var stored = database.transaction(sql -> store(sql, Storable.of(message)));
            if (stored) {
                hints.received();
            }
            return stored ? Accepted.STORED : Accepted.DUPLICATE;
        } catch (DataAccessException e) {
            // The edge of an accept: the channel keeps the message and comes again.
            LOG.warn(
                    "A message of {} could not be stored yet: {}",
                    message.from().channel(),
                    e.getMessage());
            return Accepted.UNAVAILABLE;
        }
    }

    private boolean store(DSLContext sql, InboundMessage message) {
        var from = message.from();
        var now = clock.instant();
        long conversation = conversation(sql, from);
        var repeats = new RepeatedLetters(sql);
        var first = repeats.first(conversation, message, now);
        if (first.isPresent()) {
            repeats.keep(first.get(), message);
            return false;
        }
        var stored = sql.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, conversation)
                .set(MESSAGE.CHANNEL, from.channel())
                .set(MESSAGE.ACCOUNT, from.account())
                .set(MESSAGE.DIRECTION, "in")
                .set(MESSAGE.EXTERNAL_ID, message.externalId())
                .set(MESSAGE.STATUS, "received")
                .set(MESSAGE.BODY, message.text())
                .set(MESSAGE.RAW, message.raw().getBytes())
                .set(MESSAGE.PAYLOAD, Json.write(Payload.Received.of(message)))
                .set(MESSAGE.RECEIVED_AT, now)
                .set(MESSAGE.SENT_AT, message.sentAt())
                .onConflictDoNothing()
                .returningResult(MESSAGE.ID)
                .fetchOptional(MESSAGE.ID);
        stored.ifPresent(id -> new Attachments(sql).keep(id, message.attachments()));
        return stored.isPresent();
    }

    /** Never waits for a running turn: nothing is updated, and the turn's lock leaves the key alone. */
    private long conversation(DSLContext sql, Address from) {
        return find(sql, from)
                .or(() -> create(sql, from))
                .orElseGet(() -> find(sql, from).orElseThrow());
    }

    /** Empty when somebody else has just created it. */
    private Optional<Long> create(DSLContext sql, Address from) {
        return sql.insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, from.channel())
                .set(CONVERSATION.ACCOUNT, from.account())
                .set(CONVERSATION.ADDRESS, from.value())
                .set(CONVERSATION.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .returningResult(CONVERSATION.ID)
                .fetchOptional(CONVERSATION.ID);
    }

    private static Optional<Long> find(DSLContext sql, Address from) {
        return sql.select(CONVERSATION.ID)
                .from(CONVERSATION)
                .where(CONVERSATION.CHANNEL.eq(from.channel()))
                .and(CONVERSATION.ACCOUNT.eq(from.account()))
                .and(CONVERSATION.ADDRESS.eq(from.value()))
                .fetchOptional(CONVERSATION.ID);
    }
}
