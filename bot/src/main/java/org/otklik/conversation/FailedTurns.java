package org.otklik.conversation;

import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a message whose turn threw: it is tried again a little later, and the third time it is given to a person, so
 * that the conversation can go on with its next message.
 */
final class FailedTurns {
    private static final Logger LOG = LoggerFactory.getLogger(FailedTurns.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final TurnHandler handler;
    private final OpenTurns turns;
    private final Clock clock;

    FailedTurns(Database database, TurnHandler handler, OpenTurns turns, Clock clock) {
        this.database = database;
        this.handler = handler;
        this.turns = turns;
        this.clock = clock;
    }

    /** Counts a failed try, in a transaction of its own, unless the message is gone or handled meanwhile. */
    void count(long messageId) {
        database.transaction(sql -> {
            var conversation = sql.select(CONVERSATION.fields())
                    .from(MESSAGE)
                    .join(CONVERSATION)
                    .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                    .where(MESSAGE.ID.eq(messageId))
                    .forNoKeyUpdate()
                    .of(CONVERSATION)
                    .fetchOptionalInto(CONVERSATION);
            return conversation.flatMap(locked -> message(sql, messageId).map(message -> count(sql, locked, message)));
        });
    }

    private static Optional<MessageRecord> message(DSLContext sql, long messageId) {
        return sql.selectFrom(MESSAGE)
                .where(MESSAGE.ID.eq(messageId))
                .and(MESSAGE.STATUS.eq("received"))
                .fetchOptional();
    }

    private int count(DSLContext sql, ConversationRecord conversation, MessageRecord message) {
        int attempts = message.getAttempts() + 1;
        boolean last = attempts >= TRIES;
        sql.update(MESSAGE)
                .set(MESSAGE.ATTEMPTS, attempts)
                .set(MESSAGE.DUE_AT, clock.instant().plus(PAUSE.multipliedBy(attempts)))
                .set(MESSAGE.STATUS, last ? "failed" : "received")
                .where(MESSAGE.ID.eq(message.getId()))
                .execute();
        if (last) {
            giveUp(sql, conversation, message);
        }
        return attempts;
    }

    /** Whatever happens here, the message stays failed: a conversation that nobody is told about still has to go on. */
    private void giveUp(DSLContext sql, ConversationRecord conversation, MessageRecord message) {
        try {
            sql.transaction(savepoint -> {
                var turn = turns.open(savepoint.dsl(), conversation, message);
                handler.giveUp(turn);
                savepoint.dsl().with(turn.ending()).selectOne().execute();
            });
            LOG.error("Message {} was given to a person", message.getId());
        } catch (RuntimeException | Error e) {
            LOG.error("Message {} failed, and nobody could be told", message.getId(), e);
        }
    }
}
