package org.otklik.conversation;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.schema.tables.records.MessageRecord;

/** The messages whose turn has come: the oldest one of each conversation that has no answer, once it is due. */
final class DueMessages {
    /** Not a parameter: a plan for any status could not use the indexes of this one, and would be made anew each time. */
    private static final Field<String> RECEIVED = inline("received");

    private final DSLContext sql;
    private final Instant now;

    DueMessages(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * Locks the conversation of the oldest due message, passing over conversations that another turn holds. FOR NO KEY UPDATE,
     * since the foreign key check of an arriving message shares the key, and must not wait for the turn.
     *
     * <p>The lock does not say that the message is still there: the snapshot of this statement may be older than the commit of
     * the turn that held the lock before, and show a message that is already handled. See {@link #ofLocked}.
     */
    Optional<ConversationRecord> lockFirst() {
        var earlier = MESSAGE.as("earlier");
        return sql.select(CONVERSATION.fields())
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(MESSAGE.STATUS.eq(RECEIVED))
                .and(isDue())
                .and(notExists(selectOne()
                        .from(earlier)
                        .where(earlier.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                        .and(earlier.STATUS.eq(RECEIVED))
                        .and(earlier.ID.lt(MESSAGE.ID))))
                .orderBy(MESSAGE.ID)
                .limit(1)
                .forNoKeyUpdate()
                .of(CONVERSATION)
                .skipLocked()
                .fetchOptionalInto(CONVERSATION);
    }

    /** The message to answer in a conversation that is locked, read by a statement that began after the lock was taken. */
    Optional<MessageRecord> ofLocked(ConversationRecord conversation) {
        // The oldest first and then whether it is due: a later message must not overtake one that waits for its next
        // try.
        var oldest = sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation.getId()))
                .and(MESSAGE.STATUS.eq(RECEIVED))
                .orderBy(MESSAGE.ID)
                .limit(1);
        return sql.selectFrom(MESSAGE).where(MESSAGE.ID.eq(oldest)).and(isDue()).fetchOptional();
    }

    private Condition isDue() {
        return MESSAGE.DUE_AT.isNull().or(MESSAGE.DUE_AT.le(now));
    }
}
