package org.otklik.conversation;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.channels.Attachment;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;

/**
 * Letters that come once more under another Message-ID: sent again by hand, or by a program that had lost its own. A letter is a repeat
 * when the same sender has written the same new text, answering the same, and its records are there. What only asked is answered again.
 */
final class RepeatedLetters {
    private static final Duration REACH = Duration.ofDays(14);

    private final DSLContext sql;

    RepeatedLetters(DSLContext sql) {
        this.sql = sql;
    }

    /** The letter that this one repeats. */
    Optional<Long> first(InboundMessage message, Instant now) {
        return message.letter()
                .filter(letter -> canRepeat(letter, message))
                .flatMap(letter -> sql
                        .select(MESSAGE.ID, MESSAGE.PAYLOAD)
                        .from(MESSAGE)
                        .join(CONVERSATION)
                        .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                        .where(Arrivals.isWith(message.from()))
                        .and(MESSAGE.DIRECTION.eq("in"))
                        .and(MESSAGE.BODY.eq(message.text()))
                        .and(MESSAGE.RECEIVED_AT.gt(now.minus(REACH)))
                        .orderBy(MESSAGE.ID)
                        .fetch()
                        .stream()
                        .filter(row -> answersTheSame(Json.read(row.value2(), Payload.Received.class), letter))
                        .map(row -> row.value1())
                        .filter(this::hasRecords)
                        .findFirst());
    }

    /** Keeps the raw form of a repeat with the first. */
    void keep(long first, InboundMessage repeat) {
        new Attachments(sql).keep(first, List.of(new Attachment("repeat.eml", "message/rfc822", repeat.raw())));
    }

    /** The same words may go with another file or above another letter, and machines always say the same. */
    private static boolean canRepeat(Letter letter, InboundMessage message) {
        return !message.text().isBlank()
                && message.attachments().isEmpty()
                && letter.forwarded().isEmpty()
                && letter.automatic().isEmpty();
    }

    private static boolean answersTheSame(Payload.Received earlier, Letter letter) {
        return earlier.letter().map(Letter::references).equals(Optional.of(letter.references()));
    }

    private boolean hasRecords(long messageId) {
        return sql.fetchExists(CHANGE, CHANGE.MESSAGE_ID.eq(messageId).and(CHANGE.UNDONE_AT.isNull()));
    }
}
