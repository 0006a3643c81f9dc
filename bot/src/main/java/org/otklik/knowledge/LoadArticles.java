package org.otklik.knowledge;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.knowledge.Articles.NewArticle;

/**
 * Loads a folder of articles: one folder a language, one Markdown file an article. All of them, or none: nothing is written
 * before every file was read. Articles that have no file stay.
 */
public final class LoadArticles {
    private final Path folder;

    public LoadArticles(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the files.
     *
     * @throws InvalidArticle when one can't be read as an article, or there is none
     * @throws IOException when one can't be read at all
     */
    public List<NewArticle> read() throws IOException {
        var articles = new ArrayList<NewArticle>();
        for (var language : Language.values()) {
            var files = folder.resolve(language.code());
            if (Files.isDirectory(files)) {
                for (var file : markdown(files)) {
                    articles.add(parse(file.toString(), language, content(file)));
                }
            }
        }
        if (articles.isEmpty()) {
            throw new InvalidArticle(folder + ": no articles; for example: " + folder.resolve("en/how-to-give.md"));
        }
        return articles;
    }

    private static List<Path> markdown(Path files) throws IOException {
        try (var found = Files.list(files)) {
            return found.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new InvalidArticle(file + ": is not in UTF-8; save it so, for example: Save as, Encoding: UTF-8");
        }
    }

    /**
     * Reads the text of one file.
     *
     * @param file its name, which is the article's slug
     * @throws InvalidArticle when it can't be read as an article
     */
    public static NewArticle parse(String file, Language language, String text) {
        return new ArticleFile(file, language).parse(text);
    }

    /** Publishes what was read, in the transaction given. */
    public static void publish(DSLContext sql, List<NewArticle> articles) {
        articles.forEach(new Articles(sql)::publish);
        sql.execute("CALL measure_article_index()");
    }
}
