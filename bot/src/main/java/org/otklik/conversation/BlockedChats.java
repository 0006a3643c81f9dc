package org.otklik.conversation;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.ConversationRecord;
import org.otklik.store.ChangeContext;

/** Chats whose other side takes nothing from us until it writes again. */
public final class BlockedChats {
    private static final String BLOCKED = "blocked";

    private final DSLContext sql;

    public BlockedChats(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Notes that nothing gets to where a message could not go. What waited to follow it does not go either.
     *
     * @param reason for the operator, without personal data
     * @return the messages that waited, in their order: they have failed too
     */
    public List<Long> block(long messageId, String reason, Instant at) {
        ChangeContext.system(at).applyTo(sql);
        var chat = sql.select(CONVERSATION.fields())
                .from(CONVERSATION)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(CONVERSATION.ID))
                .where(MESSAGE.ID.eq(messageId))
                .fetchSingleInto(CONVERSATION);
        sql.update(CONVERSATION)
                .set(CONVERSATION.BLOCKED_AT, coalesce(CONVERSATION.BLOCKED_AT, val(at)))
                .where(CONVERSATION.ID.eq(chat.getId()))
                .execute();
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.STATUS, BLOCKED)
                .where(isAt(chat))
                .and(CONTACT_POINT.STATUS.in("claimed", "verified"))
                .execute();
        return sql
                .update(MESSAGE)
                .set(MESSAGE.STATUS, "failed")
                .set(MESSAGE.ERROR, reason)
                .where(MESSAGE.CONVERSATION_ID.eq(chat.getId()))
                .and(MESSAGE.STATUS.eq("queued"))
                .returning(MESSAGE.ID)
                .fetch(MESSAGE.ID)
                .stream()
                .sorted()
                .toList();
    }

    /** Who writes takes messages again. The address is as proven as it was before. */
    void reopen(ConversationRecord chat, Instant at) {
        ChangeContext.system(at).applyTo(sql);
        sql.update(CONVERSATION)
                .setNull(CONVERSATION.BLOCKED_AT)
                .where(CONVERSATION.ID.eq(chat.getId()))
                .execute();
        var before = select(jsonbGetAttributeAsText(CHANGE.BEFORE, "status"))
                .from(CHANGE)
                .where(CHANGE.TABLE_NAME.eq(CONTACT_POINT.getName()))
                .and(CHANGE.ROW_ID.eq(CONTACT_POINT.ID))
                .and(jsonbGetAttributeAsText(CHANGE.AFTER, "status").eq(BLOCKED))
                // What is changed of an address while it is blocked says nothing of the time before.
                .and(jsonbGetAttributeAsText(CHANGE.BEFORE, "status").ne(BLOCKED))
                .orderBy(CHANGE.ID.desc())
                .limit(1);
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.STATUS, coalesce(field(before), inline("claimed")))
                .where(isAt(chat))
                .and(CONTACT_POINT.STATUS.eq(BLOCKED))
                .execute();
    }

    private static Condition isAt(ConversationRecord chat) {
        var kind = chat.getChannel().equals("webchat") ? "web" : chat.getChannel();
        return CONTACT_POINT.KIND.eq(kind).and(CONTACT_POINT.VALUE.eq(chat.getAddress()));
    }
}
