package org.otklik.conversation;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.Optional;
import org.jooq.DSLContext;

/** Messages of one conversation by the names that their medium has for them. */
record MessageIds(DSLContext sql, long conversationId) {
    Optional<Long> ofOurs(String externalId) {
        return named("out", externalId);
    }

    Optional<Long> ofTheirs(String externalId) {
        return named("in", externalId);
    }

    private Optional<Long> named(String direction, String externalId) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .and(MESSAGE.DIRECTION.eq(direction))
                .and(MESSAGE.EXTERNAL_ID.eq(externalId))
                .fetchOptional(MESSAGE.ID);
    }
}
