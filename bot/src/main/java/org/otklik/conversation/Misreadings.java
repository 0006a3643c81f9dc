package org.otklik.conversation;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.REVIEW;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;

/** Keeps messages that were misread for somebody to say what they mean. Each is kept once, for the first reason. */
public final class Misreadings {
    /** What is taken back later was understood, and has turned out otherwise. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final DSLContext sql;

    public Misreadings(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps the message that a turn answers, where it has words. */
    public static void note(Turn turn, Misreading reason) {
        if (!turn.reading.misread()) {
            return;
        }
        turn.sql()
                .insertInto(REVIEW)
                .set(REVIEW.MESSAGE_ID, turn.message().id())
                .set(REVIEW.REASON, reason.code())
                .set(REVIEW.BY_STAFF, turn.speaker().isStaff())
                .set(REVIEW.NOTED_AT, turn.at())
                .onConflict(REVIEW.MESSAGE_ID)
                .doNothing()
                .execute();
    }

    /** Keeps the message because of which a turn wrote what is taken back now. */
    public void takenBack(long turnId, Instant at) {
        insert(selectDistinct(
                        CHANGE.MESSAGE_ID,
                        text(Misreading.TAKEN_BACK),
                        CHANGE.BY_STAFF.isNotNull(),
                        val(at),
                        val("waiting"))
                .from(CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(CHANGE.MESSAGE_ID))
                .where(CHANGE.TURN_ID.eq(turnId))
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .and(MESSAGE.RECEIVED_AT.gt(at.minus(AT_ONCE))));
    }

    /** Keeps the message before the one that a turn answers. */
    public void notMeant(Turn turn) {
        insert(select(
                        MESSAGE.ID,
                        text(Misreading.NOT_MEANT),
                        val(turn.speaker().isStaff()),
                        val(turn.at()),
                        val("waiting"))
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.ID.lt(turn.message().id()))
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(AT_ONCE)))
                .orderBy(MESSAGE.ID.desc())
                .limit(1));
    }

    private static Field<String> text(Misreading reason) {
        return val(reason.code());
    }

    private void insert(Select<? extends Record5<Long, String, Boolean, Instant, String>> messages) {
        sql.insertInto(REVIEW, REVIEW.MESSAGE_ID, REVIEW.REASON, REVIEW.BY_STAFF, REVIEW.NOTED_AT, REVIEW.STATUS)
                .select(messages)
                .onConflict(REVIEW.MESSAGE_ID)
                .doNothing()
                .execute();
    }
}
