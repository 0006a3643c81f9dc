package org.otklik.conversation;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
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
     * A message and its conversation, both locked.
     *
     * @param isOutdated whether an edit of it came before it and is answered in its place
     */
    record Claim(ConversationRecord conversation, MessageRecord message, boolean isOutdated) {}

    /**
     * Locks the oldest due message with its conversation, passing over conversations that another turn holds. FOR NO KEY UPDATE,
     * since the foreign key check of an arriving message shares the key, and must not wait for the turn.
     *
     * <p>The lock of the conversation is the one that counts, but would not do alone: the snapshot of this statement may be older
     * than the commit of the turn that held it before, and show a message that is already handled. Of a row that it locks,
     * PostgreSQL reads the newest version, and asks again whether it is wanted.
     */
    Optional<Claim> lockFirst() {
        var earlier = MESSAGE.as("earlier");
        var outdated = field(isOutdated());
        return sql.select(CONVERSATION.fields())
                .select(Inbound.COLUMNS)
                .select(outdated)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(MESSAGE.STATUS.eq(RECEIVED))
                .and(isDue())
                // The oldest first and then whether it is due: a later message must not overtake one that waits for its
                // next try.
                .and(notExists(selectOne()
                        .from(earlier)
                        .where(earlier.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                        .and(earlier.STATUS.eq(RECEIVED))
                        .and(earlier.ID.lt(MESSAGE.ID))))
                .orderBy(MESSAGE.ID)
                .limit(1)
                .forNoKeyUpdate()
                .of(CONVERSATION, MESSAGE)
                .skipLocked()
                .fetchOptional(row -> new Claim(row.into(CONVERSATION), row.into(MESSAGE), row.get(outdated)));
    }

    private static Condition isOutdated() {
        var edit = MESSAGE.as("edit");
        return exists(selectOne()
                .from(edit)
                .where(edit.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                .and(field("{0} ->> 'edits'", String.class, edit.PAYLOAD).eq(MESSAGE.EXTERNAL_ID))
                .and(edit.ID.lt(MESSAGE.ID))
                .and(edit.STATUS.ne(inline("failed"))));
    }

    private Condition isDue() {
        return MESSAGE.DUE_AT.isNull().or(MESSAGE.DUE_AT.le(now));
    }
}
