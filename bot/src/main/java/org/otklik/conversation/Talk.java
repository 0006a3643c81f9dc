package org.otklik.conversation;

import java.util.Optional;
import org.jooq.Condition;
import org.otklik.schema.Tables;

/**
 * What has one state, and one who answers: a conversation in a chat, or one thread of a conversation by letters.
 *
 * @param threadId of letters
 */
public record Talk(long conversationId, Optional<Long> threadId) {
    /** Whether a message belongs to it. */
    public Condition has() {
        var isOfConversation = Tables.MESSAGE.CONVERSATION_ID.eq(conversationId);
        return threadId.map(Tables.MESSAGE.THREAD_ID::eq)
                .map(isOfConversation::and)
                .orElse(isOfConversation);
    }
}
