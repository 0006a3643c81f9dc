package org.otklik.conversation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

/** A message that was edited: what it said until now, how it was answered, and what the ones after it have made. */
public final class Edited {
    /** A form that goes on for longer is not one that a single message is a part of. */
    private static final int NEXT = 12;

    private final DSLContext sql;
    private final long first;

    /** @param first the message as it was sent first */
    public Edited(DSLContext sql, long first) {
        this.sql = sql;
        this.first = first;
    }

    /** Words as they were sent. */
    public record Words(String text, Instant sentAt) {}

    /** What it said before the newest edit. */
    public Words words() {
        return sql.select(MESSAGE.BODY, MESSAGE.SENT_AT)
                .from(MESSAGE)
                .where(MESSAGE.ID.in(versions()))
                .and(MESSAGE.STATUS.eq("handled"))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Words(row.value1(), row.value2()))
                .orElseGet(() -> sql.select(MESSAGE.BODY, MESSAGE.SENT_AT)
                        .from(MESSAGE)
                        .where(MESSAGE.ID.eq(first))
                        .fetchSingle(row -> new Words(row.value1(), row.value2())));
    }

    /** The words of the last answer to it. */
    Optional<String> answer() {
        return sql.select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.IN_REPLY_TO.in(versions()))
                .and(MESSAGE.DIRECTION.eq("out"))
                .and(MESSAGE.CONVERSATION_ID.eq(
                        select(MESSAGE.CONVERSATION_ID).from(MESSAGE).where(MESSAGE.ID.eq(first))))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetchOptional(MESSAGE.BODY);
    }

    /** The form that its answer was a question of. */
    public Optional<String> form() {
        return sql
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(MESSAGE.IN_REPLY_TO.in(versions()))
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID.desc())
                .fetch(MESSAGE.PAYLOAD)
                .stream()
                .flatMap(payload -> Json.read(payload, Payload.Said.class).form().stream())
                .findFirst();
    }

    /** What the first of the messages after it has made that has made something. */
    public Optional<Told> made() {
        var message = MESSAGE.as("next");
        return sql
                .select(message.ID)
                .from(message)
                .join(MESSAGE)
                .on(MESSAGE.CONVERSATION_ID.eq(message.CONVERSATION_ID))
                .where(MESSAGE.ID.eq(first))
                .and(message.ID.gt(first))
                .and(message.DIRECTION.eq("in"))
                .orderBy(message.ID)
                .limit(NEXT)
                .fetch(message.ID)
                .stream()
                .flatMap(id -> Told.about(sql, id).stream())
                .findFirst();
    }

    /** The message and its edits. */
    private Select<Record1<Long>> versions() {
        var original = MESSAGE.as("original");
        return select(MESSAGE.ID)
                .from(MESSAGE)
                .join(original)
                .on(original.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
                .where(original.ID.eq(first))
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.ID
                        .eq(first)
                        .or(field("{0} ->> 'edits'", String.class, MESSAGE.PAYLOAD)
                                .eq(original.EXTERNAL_ID)));
    }

    List<Long> ids() {
        return sql.fetch(versions()).map(Record1::value1);
    }
}
