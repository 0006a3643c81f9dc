package org.otklik.learning;

import static org.jooq.impl.DSL.coalesce;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.REVIEW;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.otklik.conversation.Json;
import org.otklik.i18n.Language;
import org.otklik.nlp.Corpus;
import org.otklik.nlp.IntentCatalogue;
import org.otklik.nlp.OwnFiles;
import org.otklik.nlp.Ranked;

/** Messages that somebody has to look at, since they were not understood or were taken for something else. */
public final class Reviews {
    private static final String WAITING = "waiting";
    private static final String TAUGHT = "taught";

    private final DSLContext sql;

    public Reviews(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A message to be reviewed.
     *
     * @param reason a code of {@link org.otklik.conversation.Misreading}
     * @param text the words as they would be learned: of a long message the beginning
     * @param ranked what it may mean, the likeliest first
     */
    public record Review(
            long id,
            String reason,
            boolean isByStaff,
            Instant at,
            Language language,
            String text,
            List<Ranked> ranked) {
        /** What the bot took it for, or would have. */
        public Optional<Ranked> guess() {
            return ranked.stream().findFirst();
        }
    }

    /** A message that was reviewed, and is to become a line of the organisation's files. */
    record Taught(long id, Locale language, String intent, String line) {}

    /** What is kept beside a message of what was understood. */
    private record Understood(String text, Optional<Language> language, List<Ranked> ranked) {}

    /** Whether something may be said to be what a message means. */
    public static boolean isIntent(String name) {
        Predicate<String> isOurs = new IntentCatalogue().names()::contains;
        return isOurs.test(name) || name.equals(Corpus.OUT_OF_SCOPE) || OwnFiles.isOwnName(name);
    }

    /** Those that wait, the oldest first; behind them those that were passed over. */
    public List<Review> waiting(int limit) {
        return fetch(REVIEW.STATUS.eq(WAITING), limit);
    }

    public int count() {
        return sql.fetchCount(REVIEW, REVIEW.STATUS.eq(WAITING));
    }

    public Optional<Review> find(long id) {
        return fetch(REVIEW.ID.eq(id).and(REVIEW.STATUS.eq(WAITING)), 1).stream()
                .findFirst();
    }

    private List<Review> fetch(Condition which, int limit) {
        return sql.select(
                        REVIEW.ID,
                        REVIEW.REASON,
                        REVIEW.BY_STAFF,
                        REVIEW.NOTED_AT,
                        MESSAGE.LANGUAGE,
                        MESSAGE.UNDERSTANDING)
                .from(REVIEW)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(REVIEW.MESSAGE_ID))
                .where(which)
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .orderBy(coalesce(REVIEW.PASSED_OVER_AT, REVIEW.NOTED_AT), REVIEW.ID)
                .limit(limit)
                .fetch(Reviews::review);
    }

    private static Review review(Record row) {
        var understood = understood(row);
        return new Review(
                row.get(REVIEW.ID),
                row.get(REVIEW.REASON),
                row.get(REVIEW.BY_STAFF),
                row.get(REVIEW.NOTED_AT),
                language(row, understood),
                OwnFiles.line(understood.text),
                understood.ranked);
    }

    private static Understood understood(Record row) {
        return Json.read(row.get(MESSAGE.UNDERSTANDING), Understood.class);
    }

    private static Language language(Record row, Understood understood) {
        return understood
                .language
                .or(() -> Optional.ofNullable(row.get(MESSAGE.LANGUAGE)).flatMap(Language::of))
                .orElse(Language.EN);
    }

    /**
     * Keeps what a message means, so that it is learned.
     *
     * @param staffId who said it; empty for the operator
     * @return false when it does not wait any more
     */
    public boolean decide(long id, String intent, Optional<Long> staffId, Instant at) {
        if (!isIntent(intent)) {
            throw new IllegalArgumentException("no intent: " + intent);
        }
        return sql.update(REVIEW)
                        .set(REVIEW.STATUS, TAUGHT)
                        .set(REVIEW.INTENT, intent)
                        .set(REVIEW.REVIEWED_BY, staffId.orElse(null))
                        .set(REVIEW.REVIEWED_AT, at)
                        .where(REVIEW.ID.eq(id))
                        .and(REVIEW.STATUS.eq(WAITING))
                        .execute()
                == 1;
    }

    /**
     * Has nothing learned of a message.
     *
     * @return false when it does not wait any more
     */
    public boolean drop(long id, Optional<Long> staffId, Instant at) {
        return sql.update(REVIEW)
                        .set(REVIEW.STATUS, "dropped")
                        .set(REVIEW.REVIEWED_BY, staffId.orElse(null))
                        .set(REVIEW.REVIEWED_AT, at)
                        .where(REVIEW.ID.eq(id))
                        .and(REVIEW.STATUS.eq(WAITING))
                        .execute()
                == 1;
    }

    /** Puts a message behind the others. */
    void passOver(long id, Instant at) {
        sql.update(REVIEW)
                .set(REVIEW.PASSED_OVER_AT, at)
                .where(REVIEW.ID.eq(id))
                .and(REVIEW.STATUS.eq(WAITING))
                .execute();
    }

    /** What is to be written, held until the end of the transaction. */
    List<Taught> unwritten() {
        return sql.select(REVIEW.ID, REVIEW.INTENT, MESSAGE.LANGUAGE, MESSAGE.UNDERSTANDING)
                .from(REVIEW)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(REVIEW.MESSAGE_ID))
                .where(REVIEW.STATUS.eq(TAUGHT))
                .and(REVIEW.LINE.isNull())
                .and(MESSAGE.UNDERSTANDING.isNotNull())
                .orderBy(REVIEW.ID)
                .forUpdate()
                .of(REVIEW)
                .fetch(row -> {
                    var understood = understood(row);
                    return new Taught(
                            row.get(REVIEW.ID),
                            language(row, understood).locale(),
                            row.get(REVIEW.INTENT),
                            OwnFiles.line(understood.text));
                });
    }

    void written(Taught taught) {
        sql.update(REVIEW)
                .set(REVIEW.LINE, OwnFiles.digest(taught.line()))
                .where(REVIEW.ID.eq(taught.id()))
                .execute();
    }

    /** The digests of the lines of people who were erased, which are forgotten by this. */
    List<String> forget() {
        return sql.deleteFrom(REVIEW)
                .where(REVIEW.STATUS.eq("forgotten"))
                .returningResult(REVIEW.LINE)
                .fetch(REVIEW.LINE);
    }
}
