package org.otklik.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.schema.Tables.ARTICLE;
import static org.otklik.schema.Tables.ARTICLE_PASSAGE;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.i18n.Language;
import org.otklik.knowledge.Articles.NewArticle;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;

class LoadArticlesTest {
    @TempDir
    private Path folder;

    @Test
    void theTitleIsTheFirstHeadingAndTheNameOfTheFileTheAddress() throws IOException {
        write("ru/how-to-give.md", """
                ---
                tags: [перевод, СБП, 2026]
                ---
                # Как пожертвовать 💛

                ## Картой?
                Да.
                """);

        assertThat(new LoadArticles(folder).read())
                .containsExactly(new NewArticle(
                        "how-to-give",
                        Language.RU,
                        "Как пожертвовать 💛",
                        "## Картой?\nДа.",
                        List.of("перевод", "СБП", "2026")));
    }

    @Test
    void anArticleSavedByAWindowsEditorIsRead() throws IOException {
        write("en/visit.md", "\uFEFF---\r\ntags: [bus]\r\n---\r\n# Visiting\r\nOpen daily.\r\n");

        assertThat(new LoadArticles(folder).read())
                .containsExactly(new NewArticle("visit", Language.EN, "Visiting", "Open daily.", List.of("bus")));
    }

    @Test
    void tagsMayBeLeftOut() throws IOException {
        write("en/visit.md", "# Visiting\nOpen daily.");

        assertThat(new LoadArticles(folder).read()).extracting(NewArticle::tags).containsExactly(List.of());
    }

    @Test
    void anArticleWithoutATitleIsRefused() throws IOException {
        write("en/visit.md", "Open daily.");

        assertRefused("en/visit.md", "the first line must be the title", "# How to give");
    }

    @Test
    void anArticleWithoutATextIsRefused() throws IOException {
        write("ru/visit.md", "# Прийти в приют\n\n");

        assertRefused("ru/visit.md", "nothing stands below the title", "for example");
    }

    @Test
    void frontMatterThatIsNotYamlIsRefused() throws IOException {
        write("en/visit.md", "---\ntags: [bus\n---\n# Visiting\nOpen daily.");

        assertRefused("en/visit.md", "is not YAML", "tags: [tax]");
    }

    @Test
    void frontMatterWithoutTagsIsRefused() throws IOException {
        write("en/visit.md", "---\ntag: bus\n---\n# Visiting\nOpen daily.");

        assertRefused("en/visit.md", "must hold tags", "tags: [receipt, tax]");
    }

    @Test
    void aFileThatIsNotInUtf8IsRefused() throws IOException {
        var file = Files.createDirectories(folder.resolve("ru")).resolve("visit.md");
        Files.write(file, "# Прийти в приют\nПо средам.".getBytes(Charset.forName("windows-1251")));

        assertRefused("ru/visit.md", "is not in UTF-8", "Encoding: UTF-8");
    }

    @Test
    void aNameThatMakesNoAddressIsRefused() throws IOException {
        write("en/how to give.md", "# Giving\nBy card.");

        assertRefused("en/how to give.md", "the name becomes the address", "how-to-give.md");
    }

    @Test
    void aFolderWithoutArticlesIsRefused() {
        assertRefused("", "no articles", "how-to-give.md");
    }

    @Test
    void loadingAgainReplacesTextsAndPassages() throws IOException {
        try (var database = TestDatabase.open()) {
            write("ru/visit.md", "# Прийти в приют\n## Когда?\nПо средам.\n## Куда?\nНа реку.");
            load(database);

            write("ru/visit.md", "# Прийти в приют\n## Когда?\nПо пятницам.");
            load(database);

            assertThat(database.sql().fetchValues(ARTICLE.BODY)).containsExactly("## Когда?\nПо пятницам.");
            assertThat(database.sql().fetchValues(ARTICLE_PASSAGE.TEXT)).containsExactly("По пятницам.");
        }
    }

    @Test
    void oneArticleThatCannotBeReadKeepsAllFromBeingWritten() throws IOException {
        try (var database = TestDatabase.open()) {
            write("en/visit.md", "# Visiting\nOpen daily.");
            write("ru/visit.md", "Каждый день.");

            assertThatThrownBy(() -> load(database)).isInstanceOf(InvalidArticle.class);

            assertThat(database.sql().fetchCount(ARTICLE)).isZero();
        }
    }

    private void write(String name, String content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private void load(Database database) throws IOException {
        var articles = new LoadArticles(folder).read();
        database.change(
                ChangeContext.system(Instant.parse("2026-05-20T11:30:00Z")),
                sql -> LoadArticles.publish(sql, articles));
    }

    private void assertRefused(String file, String what, String example) {
        assertThatThrownBy(() -> new LoadArticles(folder).read())
                .isInstanceOf(InvalidArticle.class)
                .hasMessageContainingAll(folder.resolve(file).toString(), what, example);
    }
}
