package org.otklik.conversation;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.channels.InboundMessage;
import org.otklik.schema.tables.records.MessageRecord;

/**
 * Makes one message of the pictures of an album, which some media hand over one by one. The first waits a little for the others; whatever comes
 * after its turn is a message of its own.
 */
final class Albums {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final DSLContext sql;

    Albums(DSLContext sql) {
        this.sql = sql;
    }

    /** What becomes of a picture. */
    enum Place {
        /** Nothing of its album waits: it is a message. */
        FIRST,
        /** It went to those that wait. */
        JOINED,
        /** It is there already. */
        REPEATED
    }

    Place join(InboundMessage picture, Instant now) {
        var album = picture.album();
        if (album.isEmpty()) {
            return Place.FIRST;
        }
        var waiting = waiting(picture, album.get());
        if (isThere(picture, album.get())) {
            return Place.REPEATED;
        }
        waiting.ifPresent(row -> add(picture, row, now));
        return waiting.isPresent() ? Place.JOINED : Place.FIRST;
    }

    /** The message of the album that has had no turn yet, if a turn that may have it has not ended it. */
    private Optional<MessageRecord> waiting(InboundMessage picture, String album) {
        return sql.select(MESSAGE.fields())
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(isOf(picture, album))
                .and(MESSAGE.STATUS.eq("received"))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .forNoKeyUpdate()
                .of(MESSAGE)
                .fetchOptionalInto(MESSAGE);
    }

    /** Whether any message of the album has the picture: asked once that which waits is locked, and nobody can add to it. */
    private boolean isThere(InboundMessage picture, String album) {
        return sql.fetchExists(selectOne()
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(isOf(picture, album))
                .and(condition("{0} -> 'parts' @> to_jsonb({1}::text)", MESSAGE.PAYLOAD, val(picture.externalId()))));
    }

    private static Condition isOf(InboundMessage picture, String album) {
        return Arrivals.isWith(picture.from())
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(field("{0} ->> 'album'", String.class, MESSAGE.PAYLOAD).eq(album));
    }

    private void add(InboundMessage picture, MessageRecord row, Instant now) {
        var payload = Json.read(row.getPayload(), Payload.Received.class);
        new Attachments(sql).keep(row.getId(), picture.attachments());
        var body = Stream.of(row.getBody(), picture.text())
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> first + "\n" + second)
                .orElse("");
        sql.update(MESSAGE)
                .set(MESSAGE.BODY, body)
                .set(MESSAGE.PAYLOAD, Json.write(payload.joinedBy(picture)))
                .set(MESSAGE.RAW, field("{0} || {1}", byte[].class, MESSAGE.RAW, val(onNextLine(picture.raw()))))
                .set(MESSAGE.DUE_AT, now.plus(WAIT))
                .where(MESSAGE.ID.eq(row.getId()))
                .execute();
    }

    private static byte[] onNextLine(Buffer raw) {
        return Buffer.buffer("\n").appendBuffer(raw).getBytes();
    }

    /** Lets the first wait for the others. */
    void begin(InboundMessage picture, long messageId, Instant now) {
        if (picture.album().isPresent()) {
            sql.update(MESSAGE)
                    .set(MESSAGE.DUE_AT, now.plus(WAIT))
                    .where(MESSAGE.ID.eq(messageId))
                    .execute();
        }
    }
}
