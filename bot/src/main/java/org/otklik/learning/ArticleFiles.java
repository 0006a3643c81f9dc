package org.otklik.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.otklik.knowledge.InvalidArticle;
import org.otklik.knowledge.LoadArticles;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The articles in the data folder, {@code articles/{language}/{slug}.md}: loaded when they have changed, all of them or none. */
final class ArticleFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleFiles.class);

    private final Path folder;
    private final Database database;
    private final Clock clock;
    private String stamp = "";

    ArticleFiles(Path folder, Database database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /** @throws IOException when they can't be read; they are looked at again */
    void load() throws IOException {
        var now = Stamp.of(folder);
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        if (!now.isEmpty()) {
            try {
                var articles = new LoadArticles(folder).read();
                database.change(ChangeContext.system(clock.instant()), sql -> LoadArticles.publish(sql, articles));
                LOG.info("Loaded {} articles of {}", articles.size(), folder);
            } catch (InvalidArticle invalid) {
                LOG.warn("The articles of {} are not loaded: {}", folder, invalid.getMessage());
            }
        }
    }
}
