package org.otklik.conversation;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.update;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;

/** What is remembered of talks. */
public final class States {
    private final DSLContext sql;

    public States(DSLContext sql) {
        this.sql = sql;
    }

    /** What is remembered of the talk that a message belongs to. */
    public Optional<ConversationState> around(long messageId) {
        return sql.select(coalesce(LETTER_THREAD.STATE, CONVERSATION.STATE))
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .leftJoin(LETTER_THREAD)
                .on(LETTER_THREAD.ID.eq(MESSAGE.THREAD_ID))
                .where(MESSAGE.ID.eq(messageId))
                .fetchOptional(row -> Json.read(row.value1(), ConversationState.class));
    }

    /** What keeps a state, to be part of one statement. Of letters the languages alone are the whole conversation's. */
    static List<CommonTableExpression<?>> keeping(Talk talk, ConversationState state, Instant at) {
        return talk.threadId()
                .map(thread -> List.of(
                        ofConversation(talk, state.languages()),
                        name("thread")
                                .as(update(LETTER_THREAD)
                                        .set(LETTER_THREAD.STATE, Json.write(state))
                                        .set(LETTER_THREAD.TOUCHED_AT, at)
                                        .where(LETTER_THREAD.ID.eq(thread))
                                        .returningResult(LETTER_THREAD.ID))))
                .orElseGet(() -> List.of(ofConversation(talk, state)));
    }

    private static CommonTableExpression<?> ofConversation(Talk talk, ConversationState state) {
        return name("state")
                .as(update(CONVERSATION)
                        .set(CONVERSATION.STATE, Json.write(state))
                        .where(CONVERSATION.ID.eq(talk.conversationId()))
                        .returningResult(CONVERSATION.ID));
    }
}
