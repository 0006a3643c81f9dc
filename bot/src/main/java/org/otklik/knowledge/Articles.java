package org.otklik.knowledge;

import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.ARTICLE;
import static org.otklik.schema.Tables.ARTICLE_PASSAGE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.ArticleRecord;

/** The knowledge base, and the index that it is searched by. */
public final class Articles {
    private static final String DRAFT = "draft";

    private final DSLContext sql;

    public Articles(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An article in one language.
     *
     * @param body Markdown without the title
     * @param tags other words for what the article is about, which readers don't see
     */
    public record NewArticle(String slug, Language language, String title, String body, List<String> tags) {}

    /**
     * Writes an article, or a new text of the one with the same slug and language. It is found from then on.
     *
     * @return its id
     */
    public long publish(NewArticle article) {
        long id = sql.insertInto(ARTICLE)
                .set(ARTICLE.SLUG, article.slug())
                .set(ARTICLE.LANGUAGE, article.language().code())
                .set(ARTICLE.TITLE, article.title())
                .set(ARTICLE.BODY, article.body())
                .set(ARTICLE.TAGS, article.tags().toArray(String[]::new))
                .set(ARTICLE.STATUS, "published")
                .onConflict(ARTICLE.SLUG, ARTICLE.LANGUAGE)
                .doUpdate()
                .set(ARTICLE.TITLE, article.title())
                .set(ARTICLE.BODY, article.body())
                .set(ARTICLE.TAGS, article.tags().toArray(String[]::new))
                .set(ARTICLE.STATUS, "published")
                .returningResult(ARTICLE.ID)
                .fetchSingle(ARTICLE.ID);
        index(id, article);
        return id;
    }

    /** Writes an article that nobody outside sees until it is published; a published one under the name stays as it is. */
    public long propose(NewArticle article) {
        return sql.insertInto(ARTICLE)
                .set(ARTICLE.SLUG, free(article.slug(), article.language()))
                .set(ARTICLE.LANGUAGE, article.language().code())
                .set(ARTICLE.TITLE, article.title())
                .set(ARTICLE.BODY, article.body())
                .set(ARTICLE.TAGS, article.tags().toArray(String[]::new))
                .set(ARTICLE.STATUS, DRAFT)
                .returningResult(ARTICLE.ID)
                .fetchSingle(ARTICLE.ID);
    }

    private String free(String slug, Language language) {
        var taken = sql.select(ARTICLE.SLUG)
                .from(ARTICLE)
                .where(ARTICLE.LANGUAGE.eq(language.code()))
                .and(ARTICLE.SLUG.startsWith(slug))
                .fetchSet(ARTICLE.SLUG);
        return Stream.concat(
                        Stream.of(slug),
                        IntStream.iterate(2, number -> number + 1).mapToObj(n -> slug + "-" + n))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** The draft of that number, as it would be published. */
    public Optional<NewArticle> draft(long id) {
        return sql.selectFrom(ARTICLE)
                .where(ARTICLE.ID.eq(id))
                .and(ARTICLE.STATUS.eq(DRAFT))
                .fetchOptional(row -> new NewArticle(
                        row.getSlug(),
                        Language.of(row.getLanguage()).orElseThrow(),
                        row.getTitle(),
                        row.getBody(),
                        List.of(row.getTags())));
    }

    private void index(long id, NewArticle article) {
        sql.deleteFrom(ARTICLE_PASSAGE).where(ARTICLE_PASSAGE.ARTICLE_ID.eq(id)).execute();
        var about = article.title() + ' ' + String.join(" ", article.tags());
        var passages = Passages.of(article.body(), article.language());
        for (int position = 0; position < passages.size(); position++) {
            var passage = passages.get(position);
            sql.insertInto(ARTICLE_PASSAGE)
                    .set(ARTICLE_PASSAGE.ARTICLE_ID, id)
                    .set(ARTICLE_PASSAGE.POSITION, position)
                    .set(ARTICLE_PASSAGE.LANGUAGE, article.language().code())
                    .set(ARTICLE_PASSAGE.ABOUT, about)
                    .set(ARTICLE_PASSAGE.HEADING, passage.heading())
                    .set(ARTICLE_PASSAGE.TEXT, passage.text())
                    .execute();
        }
        sql.execute("CALL index_article({0})", val(id));
    }

    /** What stands under this name, if it is published. */
    public Optional<ArticleRecord> find(String slug, Language language) {
        return sql.selectFrom(ARTICLE)
                .where(ARTICLE.SLUG.eq(slug))
                .and(ARTICLE.LANGUAGE.eq(language.code()))
                .and(ARTICLE.STATUS.eq("published"))
                .fetchOptional();
    }

    /** Whether something is published under this name, in whatever language. */
    public boolean isPublished(String slug) {
        return sql.fetchExists(ARTICLE, ARTICLE.SLUG.eq(slug).and(ARTICLE.STATUS.eq("published")));
    }
}
