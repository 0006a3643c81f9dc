package org.otklik.knowledge;

import static org.otklik.schema.Tables.CONVERSATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.i18n.Language;
import org.otklik.knowledge.ArticleSearches.Answer;
import org.otklik.knowledge.ArticleSearches.Passage;
import org.otklik.knowledge.Articles.NewArticle;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;

/** A knowledge base in a database of its own, and a visitor who asks it. */
final class Knowledge implements AutoCloseable {
    static final Path DEMO = Path.of("src/main/resources/demo/articles");

    static final Instant NOW = Instant.parse("2026-05-20T11:30:00Z");

    private final Database database = TestDatabase.open();
    private final long visitor = conversation("visitor-1");

    static Knowledge of(Path folder) {
        try {
            var knowledge = new Knowledge();
            knowledge.publish(new LoadArticles(folder).read());
            return knowledge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Database database() {
        return database;
    }

    long visitor() {
        return visitor;
    }

    long conversation(String address) {
        return database.sql()
                .insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, "webchat")
                .set(CONVERSATION.ACCOUNT, "main")
                .set(CONVERSATION.ADDRESS, address)
                .set(CONVERSATION.CREATED_AT, NOW)
                .returningResult(CONVERSATION.ID)
                .fetchSingle(CONVERSATION.ID);
    }

    void publish(List<NewArticle> articles) {
        database.change(ChangeContext.system(NOW), sql -> LoadArticles.publish(sql, articles));
    }

    Optional<Passage> find(Language language, String question) {
        return ask(language, question).found();
    }

    Answer ask(Language language, String question) {
        return database.transaction(sql -> {
            ChangeContext.system(NOW).applyTo(sql);
            return new ArticleSearches(sql).ask(question, language, visitor);
        });
    }

    void rate(long searchId, boolean helpful, long conversationId) {
        database.change(
                ChangeContext.system(NOW), sql -> new ArticleSearches(sql).rate(searchId, helpful, conversationId));
    }

    @Override
    public void close() {
        database.close();
    }
}
