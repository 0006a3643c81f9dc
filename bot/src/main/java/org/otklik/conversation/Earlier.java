package org.otklik.conversation;

import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** What went before a message in its conversation, as far as it bears on it. */
public final class Earlier {
    private final DSLContext sql;
    private final long conversationId;
    private final Inbound message;
    private final List<Written> written;

    Earlier(DSLContext sql, long conversationId, Inbound message, List<Written> written) {
        this.sql = sql;
        this.conversationId = conversationId;
        this.message = message;
        this.written = written;
    }

    /** The message of the organisation that it answers, where the medium says so. */
    public Optional<Long> answered() {
        return message.repliesTo().flatMap(external -> named("out", external));
    }

    /** The message of the other side that it puts right. */
    public Optional<Long> edited() {
        return message.edits().flatMap(external -> named("in", external));
    }

    private Optional<Long> named(String direction, String external) {
        return sql.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .and(MESSAGE.DIRECTION.eq(direction))
                .and(MESSAGE.EXTERNAL_ID.eq(external))
                .fetchOptional(MESSAGE.ID);
    }

    /** Whether the message that it puts right was answered in these words. */
    boolean isAnsweredBy(String words) {
        return edited().flatMap(first -> new Edited(sql, first).answer())
                .filter(words::equals)
                .isPresent();
    }

    /** What relative dates in it are counted from: an edit is about the day on which its message was sent. */
    public Instant saidAt() {
        return edited().flatMap(this::sentAt).orElse(message.sentAt());
    }

    /** When a message of this conversation was sent. */
    public Optional<Instant> sentAt(long messageId) {
        return sql.select(MESSAGE.SENT_AT)
                .from(MESSAGE)
                .where(MESSAGE.ID.eq(messageId))
                .and(MESSAGE.CONVERSATION_ID.eq(conversationId))
                .fetchOptional(MESSAGE.SENT_AT);
    }

    /** Whether the button that was pressed had been pressed before. */
    public boolean isPressedAgain() {
        return message.press()
                .filter(press -> sql.fetchExists(
                        MESSAGE,
                        MESSAGE.CONVERSATION_ID
                                .eq(conversationId)
                                .and(MESSAGE.DIRECTION.eq("in"))
                                .and(MESSAGE.ID.lt(message.id()))
                                .and(jsonbGetAttribute(MESSAGE.PAYLOAD, "press").eq(Json.write(press)))))
                .isPresent();
    }

    /**
     * The turns that wrote something on account of what was said before this message, newest first: what comes late is about what went
     * before it then. All of them where the clocks don't tell. What answers one of the organisation's messages is about what was written
     * there.
     */
    public List<Written> written() {
        return ofAnswered(before());
    }

    private List<Written> ofAnswered(List<Written> all) {
        var turns = answered().map(this::turnsToldBy).orElse(Set.of());
        if (turns.isEmpty()) {
            return all;
        }
        var records = all.stream()
                .filter(past -> turns.contains(past.turnId()))
                .flatMap(Earlier::records)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(past -> turns.contains(past.turnId()) || records(past).anyMatch(records::contains))
                .toList();
    }

    /** The records of a turn, by their forms and numbers. */
    private static Stream<List<Object>> records(Written past) {
        return past.entries().stream().map(entry -> List.of(entry.form(), entry.row()));
    }

    /** The turns whose changes a message of the organisation has told. */
    private Set<Long> turnsToldBy(long messageId) {
        return sql.selectDistinct(CHANGE.TURN_ID)
                .from(CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.IN_REPLY_TO.eq(CHANGE.MESSAGE_ID))
                .where(MESSAGE.ID.eq(messageId))
                .fetchSet(CHANGE.TURN_ID);
    }

    private List<Written> before() {
        if (written.stream().noneMatch(past -> past.at().isAfter(message.sentAt()))) {
            return written;
        }
        var later = sql.select(CHANGE.TURN_ID)
                .from(CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(CHANGE.MESSAGE_ID))
                .where(CHANGE.TURN_ID.in(written.stream().map(Written::turnId).toList()))
                .and(MESSAGE.SENT_AT.gt(message.sentAt()))
                .fetchSet(CHANGE.TURN_ID);
        var before =
                written.stream().filter(past -> !later.contains(past.turnId())).toList();
        return before.isEmpty() ? written : before;
    }
}
