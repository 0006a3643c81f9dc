package org.otklik.letters;

import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.FIRST_ANSWER;
import static org.otklik.schema.Tables.LETTER_THREAD;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.conversation.Turn;

/**
 * How often letters are answered whose sender nothing proves: to one address so that no loop lasts, and to new addresses, which anybody can
 * invent by the thousand, so that nobody can make the bot write to strangers.
 */
final class AnswerLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TO_ONE_ADDRESS_IN_AN_HOUR = 5;
    private static final int TO_ONE_ADDRESS_IN_A_DAY = 20;
    private static final int FIRST_ANSWERS_IN_AN_HOUR = 60;
    private static final int FIRST_ANSWERS_TO_A_DOMAIN_IN_AN_HOUR = 20;

    /** The lock of those who count. */
    private static final long COUNTING = 0x66697273746C7472L;

    private final DSLContext sql;
    private final long conversationId;
    private final String domain;
    private final Instant now;

    AnswerLimits(Turn turn) {
        this.sql = turn.sql();
        this.conversationId = turn.conversation().id();
        this.domain = turn.conversation().address().value().replaceFirst("^.*@", "");
        this.now = turn.at();
    }

    /** Whether one more answer may go there. It counts as given. */
    boolean allowOneMore() {
        boolean isKnown = sql.fetchExists(FIRST_ANSWER, FIRST_ANSWER.CONVERSATION_ID.eq(conversationId));
        if (isKnown) {
            return given(HOUR) < TO_ONE_ADDRESS_IN_AN_HOUR && given(DAY) < TO_ONE_ADDRESS_IN_A_DAY;
        }
        // Most of a flood is turned away without waiting for each other.
        boolean isAllowed = hasRoom() && isFirstStillAllowed();
        if (isAllowed) {
            sql.insertInto(FIRST_ANSWER)
                    .set(FIRST_ANSWER.CONVERSATION_ID, conversationId)
                    .set(FIRST_ANSWER.DOMAIN, domain)
                    .set(FIRST_ANSWER.AT, now)
                    .execute();
        }
        return isAllowed;
    }

    private boolean isFirstStillAllowed() {
        oneAtATime();
        return hasRoom();
    }

    /** What is asked from here on, other turns that came here before have done. */
    void oneAtATime() {
        sql.execute("SELECT pg_advisory_xact_lock({0})", val(COUNTING));
    }

    private boolean hasRoom() {
        var lately = FIRST_ANSWER.AT.gt(now.minus(HOUR));
        return first(lately) < FIRST_ANSWERS_IN_AN_HOUR
                && first(lately.and(FIRST_ANSWER.DOMAIN.eq(domain))) < FIRST_ANSWERS_TO_A_DOMAIN_IN_AN_HOUR;
    }

    /** Proven letters of the same address have threads of their own, and are not counted. */
    private int given(Duration time) {
        return sql.fetchCount(sql.selectFrom(MESSAGE)
                .where(MESSAGE.THREAD_ID.in(sql.select(LETTER_THREAD.ID)
                        .from(LETTER_THREAD)
                        .where(LETTER_THREAD.CONVERSATION_ID.eq(conversationId))
                        .and(LETTER_THREAD.IS_PROVEN.isFalse())))
                .and(MESSAGE.DIRECTION.eq("out"))
                .and(MESSAGE.RECEIVED_AT.gt(now.minus(time))));
    }

    private int first(Condition which) {
        return sql.fetchCount(FIRST_ANSWER, which);
    }
}
