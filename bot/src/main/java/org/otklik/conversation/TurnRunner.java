package org.otklik.conversation;

import static org.otklik.schema.Tables.MESSAGE;

import java.time.Clock;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one turn after the other: claims a conversation, answers its oldest message, commits. */
public final class TurnRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TurnRunner.class);

    private final Database database;
    private final TurnHandler handler;
    private final OpenTurns turns;
    private final FailedTurns failures;
    private final Clock clock;
    private final Hints hints;

    /** On channels on which nobody can be asked for their own number. */
    public TurnRunner(Database database, TurnHandler handler, Texts texts, Language usual, Clock clock, Hints hints) {
        this(database, handler, texts, usual, clock, hints, _ -> false);
    }

    /**
     * @param usual the language for people whose own is not known yet
     * @param sharesPhones the names of the channels on which a button can ask for somebody's own number
     */
    public TurnRunner(
            Database database,
            TurnHandler handler,
            Texts texts,
            Language usual,
            Clock clock,
            Hints hints,
            Predicate<String> sharesPhones) {
        this.database = database;
        this.handler = handler;
        this.turns = new OpenTurns(texts, usual, clock, sharesPhones);
        this.failures = new FailedTurns(database, handler, turns, clock);
        this.clock = clock;
        this.hints = hints;
    }

    /** A turn that threw, and the message that it was about. */
    private static final class TurnFailed extends RuntimeException {
        private final long messageId;

        TurnFailed(long messageId, Throwable cause) {
            super(cause);
            this.messageId = messageId;
        }
    }

    /**
     * Runs one turn.
     *
     * @return false when no message is due
     * @throws DataAccessException when the database can't be reached
     */
    public boolean runOne() {
        try {
            boolean answered = database.transaction(this::answerFirst);
            if (answered) {
                hints.queued();
            }
            return answered;
        } catch (TurnFailed e) {
            LOG.error("The turn of message {} failed", e.messageId, e.getCause());
            failures.count(e.messageId);
            hints.queued();
            return true;
        }
    }

    private boolean answerFirst(DSLContext sql) {
        var claim = new DueMessages(sql, clock.instant()).lockFirst();
        claim.ifPresent(due -> answer(sql, due));
        return claim.isPresent();
    }

    private void answer(DSLContext sql, DueMessages.Claim due) {
        try {
            var turn = turns.open(sql, due.conversation(), due.message());
            if (!due.isOutdated()) {
                handler.handle(turn);
            }
            finish(sql, turn);
        } catch (RuntimeException | Error e) {
            // Errors too: a text that overflows the stack of a regular expression must not stop everybody else's turns.
            throw new TurnFailed(due.message().getId(), e);
        }
    }

    /** All that ends each turn goes in one statement. */
    private static void finish(DSLContext sql, Turn turn) {
        int handled = sql.with(turn.ending())
                .update(MESSAGE)
                .set(MESSAGE.STATUS, "handled")
                .set(MESSAGE.HANDLED_AT, turn.at())
                .set(MESSAGE.LANGUAGE, turn.state().spoken().map(Language::code).orElse(null))
                .set(MESSAGE.UNDERSTANDING, turn.understanding().orElse(null))
                .where(MESSAGE.ID.eq(turn.message().id()))
                .and(MESSAGE.STATUS.eq("received"))
                .execute();
        if (handled != 1) {
            throw new IllegalStateException("message " + turn.message().id() + " was handled by another turn");
        }
    }
}
