package org.otklik.conversation;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What a message has made, as the bot told it back.
 *
 * @param turnId the turn that wrote the records
 * @param entries one at least
 */
public record Told(long turnId, List<Entry> entries) {
    public Told {
        entries = List.copyOf(entries);
    }

    /** Empty when an inbound message has made no records that can be put right. */
    public static Optional<Told> about(DSLContext sql, long messageId) {
        var entries = sql
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.IN_REPLY_TO.eq(messageId))
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID)
                .fetch(row -> Json.read(row.value1(), Payload.Said.class))
                .stream()
                .flatMap(said -> said.entries().stream())
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return sql.select(CHANGE.TURN_ID)
                .from(CHANGE)
                .where(CHANGE.MESSAGE_ID.eq(messageId))
                .orderBy(CHANGE.ID)
                .limit(1)
                .fetchOptional(row -> new Told(row.value1(), entries));
    }
}
