package org.otklik.knowledge;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.ARTICLE;
import static org.otklik.schema.Tables.ARTICLE_PASSAGE;
import static org.otklik.schema.Tables.ARTICLE_SEARCH;

import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;

/** Questions to the knowledge base; each is logged, also the one that found nothing. */
public final class ArticleSearches {
    /** Below this score a passage is about something else; found by weighing wrong answers against missing ones in the tests. */
    private static final double ENOUGH = 0.52;

    /** In characters. Who writes a letter asks at its beginning, and a search costs by the word. */
    private static final int LONGEST = 1_000;

    private final DSLContext sql;

    public ArticleSearches(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What a question found.
     *
     * @param searchId the log's row, for "did this help?"
     */
    public record Answer(long searchId, Optional<Passage> found) {}

    /**
     * The passage that answers a question.
     *
     * @param slug the name of the whole article
     * @param heading of the section; empty where the article has none there
     * @param text whole sentences without markup, fit for a message
     * @param score what the passage holds of the question against what it misses, up to 1
     */
    public record Passage(long articleId, String slug, String title, String heading, String text, double score) {}

    /** Looks for an answer, and logs the question. */
    public Answer ask(String question, Language language, long conversationId) {
        var hit = good(question, language);
        return new Answer(log(question, language, hit, conversationId), hit);
    }

    /** Looks for an answer to what may be no question at all; it was one, and is logged, if there is an answer. */
    public Optional<Answer> tryToAnswer(String words, Language language, long conversationId) {
        var hit = good(words, language);
        return hit.map(found -> new Answer(log(words, language, hit, conversationId), hit));
    }

    /** The beginning of the article of that name, logged as the answer to a question. */
    public Optional<Answer> tell(String slug, String question, Language language, long conversationId) {
        var hit = sql.select(ARTICLE.ID, ARTICLE.SLUG, ARTICLE.TITLE, ARTICLE_PASSAGE.HEADING, ARTICLE_PASSAGE.TEXT)
                .from(ARTICLE)
                .join(ARTICLE_PASSAGE)
                .on(ARTICLE_PASSAGE.ARTICLE_ID.eq(ARTICLE.ID))
                .where(ARTICLE.SLUG.eq(slug))
                .and(ARTICLE.LANGUAGE.eq(language.code()))
                .and(ARTICLE.STATUS.eq("published"))
                .orderBy(ARTICLE_PASSAGE.POSITION)
                .limit(1)
                .fetchOptional(
                        row -> new Passage(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), 1));
        return hit.map(found -> new Answer(log(question, language, hit, conversationId), hit));
    }

    private Optional<Passage> good(String question, Language language) {
        return best(question, language).filter(found -> found.score() >= ENOUGH);
    }

    private Optional<Passage> best(String question, Language language) {
        var asked = question.substring(0, Math.min(question.length(), LONGEST));
        var hits = table("search_passages({0}, {1})", val(asked), val(language.code()))
                .as("hit");
        var articleId = field(name("hit", "article_id"), Long.class);
        var position = field(name("hit", "position"), Integer.class);
        var score = field(name("hit", "score"), Double.class);
        return sql.select(ARTICLE.ID, ARTICLE.SLUG, ARTICLE.TITLE, ARTICLE_PASSAGE.HEADING, ARTICLE_PASSAGE.TEXT, score)
                .from(hits)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(articleId))
                .join(ARTICLE_PASSAGE)
                .on(ARTICLE_PASSAGE.ARTICLE_ID.eq(articleId))
                .and(ARTICLE_PASSAGE.POSITION.eq(position))
                .where(ARTICLE.STATUS.eq("published"))
                // Of two that say the same, the one with the shorter title is about less besides.
                .orderBy(score.desc(), length(ARTICLE.TITLE), articleId, position)
                .limit(1)
                .fetchOptional(row -> new Passage(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    private long log(String question, Language language, Optional<Passage> hit, long conversationId) {
        return sql.insertInto(ARTICLE_SEARCH)
                .set(ARTICLE_SEARCH.QUERY, question)
                .set(ARTICLE_SEARCH.LANGUAGE, language.code())
                .set(ARTICLE_SEARCH.ARTICLE_ID, hit.map(Passage::articleId).orElse(null))
                .set(
                        ARTICLE_SEARCH.SCORE,
                        hit.map(found -> (float) found.score()).orElse(null))
                .set(ARTICLE_SEARCH.CONVERSATION_ID, conversationId)
                .returningResult(ARTICLE_SEARCH.ID)
                .fetchSingle(ARTICLE_SEARCH.ID);
    }

    /**
     * Keeps that a question is still open.
     *
     * @return the question, when it was asked in that conversation
     */
    public Optional<String> fail(long searchId, long conversationId) {
        rate(searchId, false, conversationId);
        return sql.select(ARTICLE_SEARCH.QUERY)
                .from(ARTICLE_SEARCH)
                .where(ARTICLE_SEARCH.ID.eq(searchId))
                .and(ARTICLE_SEARCH.CONVERSATION_ID.eq(conversationId))
                .fetchOptional(ARTICLE_SEARCH.QUERY);
    }

    /** Keeps whether an answer helped. Only the conversation that asked can say so. */
    public void rate(long searchId, boolean helpful, long conversationId) {
        sql.update(ARTICLE_SEARCH)
                .set(ARTICLE_SEARCH.HELPFUL, helpful)
                .where(ARTICLE_SEARCH.ID.eq(searchId))
                .and(ARTICLE_SEARCH.CONVERSATION_ID.eq(conversationId))
                .execute();
    }
}
