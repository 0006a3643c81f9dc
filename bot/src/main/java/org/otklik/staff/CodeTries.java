package org.otklik.staff;

import static org.otklik.schema.Tables.CODE_TRY;

import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Codes that were typed and fit nothing. So few digits can be guessed, so there is an end to trying: for each sender, and for all of them. */
public final class CodeTries {
    private static final int MOST_TRIES = 5;
    private static final int MOST_OF_ALL = 50;
    private static final Duration GUESSING = Duration.ofHours(1);

    private final DSLContext sql;
    private final long conversationId;
    private final Instant at;

    public CodeTries(DSLContext sql, long conversationId, Instant at) {
        this.sql = sql;
        this.conversationId = conversationId;
        this.at = at;
    }

    /** Whether the sender may try once more. */
    public boolean areLeft() {
        return tries(CODE_TRY.CONVERSATION_ID.eq(conversationId), at.minus(Invitations.LIFETIME)) < MOST_TRIES;
    }

    /** Whether everybody together tries so often that somebody is guessing. */
    boolean areGuesses() {
        return tries(DSL.trueCondition(), at.minus(GUESSING)) >= MOST_OF_ALL;
    }

    /** Counts one that fits nothing. */
    public void failed() {
        sql.insertInto(CODE_TRY)
                .set(CODE_TRY.CONVERSATION_ID, conversationId)
                .set(CODE_TRY.AT, at)
                .execute();
    }

    private int tries(Condition whose, Instant since) {
        return sql.fetchCount(CODE_TRY, whose.and(CODE_TRY.AT.gt(since)));
    }
}
