package org.otklik.conversation;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What a message has made, as the bot told it back, and what it was made by edits of the message since.
 *
 * @param turnIds the turns that wrote the records, oldest first; one at least
 * @param entries each record as it was told last, also where it was taken out since
 */
public record Told(List<Long> turnIds, List<Entry> entries) {
    public Told {
        turnIds = List.copyOf(turnIds);
        entries = List.copyOf(entries);
    }

    /** A record by its form and its number. */
    private record Key(String form, long row) {}

    /** Empty when an inbound message has made no records that can be put right. */
    public static Optional<Told> about(DSLContext sql, long messageId) {
        var versions = new Edited(sql, messageId).ids();
        var entries = new LinkedHashMap<Key, Entry>();
        sql.select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.IN_REPLY_TO.in(versions))
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID)
                .fetch(row -> Json.read(row.value1(), Payload.Said.class))
                .forEach(said ->
                        said.entries().forEach(entry -> entries.put(new Key(entry.form(), entry.row()), entry)));
        var turns = sql.selectDistinct(CHANGE.TURN_ID)
                .from(CHANGE)
                .where(CHANGE.MESSAGE_ID.in(versions))
                .orderBy(CHANGE.TURN_ID)
                .fetch(CHANGE.TURN_ID);
        return entries.isEmpty() || turns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Told(turns, List.copyOf(entries.values())));
    }
}
