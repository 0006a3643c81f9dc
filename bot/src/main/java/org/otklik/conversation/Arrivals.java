package org.otklik.conversation;

import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;

/** Inserts messages as they arrive, each with the conversation that it belongs to or begins, in one statement. */
final class Arrivals {
    /** Never waits for a running turn: nothing is updated, and the turn's lock leaves the key alone. */
    private static final String INSERT = """
            WITH known AS (
                SELECT id FROM conversation WHERE channel = {0} AND account = {1} AND address = {2}
            ), begun AS (
                INSERT INTO conversation (channel, account, address, created_at)
                SELECT {0}, {1}, {2}, {7} WHERE NOT EXISTS (SELECT FROM known)
                ON CONFLICT DO NOTHING
                RETURNING id
            )
            INSERT INTO message
                (conversation_id, channel, account, direction, external_id, status, body, raw, payload, received_at, sent_at)
            SELECT id, {0}, {1}, 'in', {3}, 'received', {4}, {5}, {6}, {7}, {8}
            FROM (SELECT id FROM known UNION ALL SELECT id FROM begun) conversation
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private final DSLContext sql;

    Arrivals(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Inserts a message once.
     *
     * @return its number; empty when it is there already
     */
    Optional<Long> insert(InboundMessage message, Instant now) {
        // Nothing is inserted either when somebody else has begun the conversation meanwhile: then it is known the
        // second time.
        return tryToInsert(message, now).or(() -> tryToInsert(message, now));
    }

    private Optional<Long> tryToInsert(InboundMessage message, Instant now) {
        var from = message.from();
        return sql.resultQuery(
                        INSERT,
                        val(from.channel()),
                        val(from.account()),
                        val(from.value()),
                        val(message.externalId()),
                        val(message.text()),
                        val(message.raw().getBytes()),
                        val(Json.write(Payload.Received.of(message))),
                        val(now),
                        val(message.sentAt()))
                .coerce(MESSAGE.ID)
                .fetchOptional(MESSAGE.ID);
    }

    static Condition isWith(Address address) {
        return CONVERSATION
                .CHANNEL
                .eq(address.channel())
                .and(CONVERSATION.ACCOUNT.eq(address.account()))
                .and(CONVERSATION.ADDRESS.eq(address.value()));
    }
}
