package org.otklik.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.otklik.cli.Installation.Result;
import org.otklik.knowledge.LoadArticles;
import org.otklik.store.ChangeContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The knowledge base, as files. */
@Command(name = "articles", description = "Load the articles from which the bot answers questions.")
public final class ArticlesCommand {
    @Command(
            name = "load",
            description = {
                "Load articles from a folder: DIR/en/how-to-give.md, DIR/ru/how-to-give.md and so on.",
                "The first line of a file is its title: # How to give. An article that is there already is replaced."
            })
    int load(
            @Mixin Installation installation,
            @Parameters(paramLabel = "DIR", description = "The folder with one folder a language.") Path folder) {
        try {
            var articles = new LoadArticles(folder).read();
            return installation.withDatabase(database -> {
                database.change(
                        ChangeContext.system(Installation.clock().instant()),
                        sql -> LoadArticles.publish(sql, articles));
                articles.forEach(article -> installation.print(
                        new Result(article.language().code() + "/" + article.slug(), article.title(), "loaded"),
                        article.language().code() + "/" + article.slug() + ": " + article.title()));
                return 0;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
