package org.otklik.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ArticleRecord;

/** Writes articles as HTML: one file, no scripts, and nothing of the author's that a browser could run. */
final class ArticleHtml {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private final Texts texts;
    private final Function<Language, String> organization;
    private final String style = style();

    ArticleHtml(Texts texts, Function<Language, String> organization) {
        this.texts = texts;
        this.organization = organization;
    }

    private static String style() {
        try (var file = ArticleHtml.class.getResourceAsStream("/knowledge/article.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Content-Security-Policy of these pages (W3C CSP 3): the style is theirs by its hash, images come over HTTPS. */
    String policy() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; img-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A page with an article.
     *
     * @param others languages that it can be read in as well
     */
    String of(ArticleRecord article, Language language, List<Language> others) {
        var links = others.stream()
                .map(other -> "<a href=\"../%1$s/%2$s\" lang=\"%1$s\" hreflang=\"%1$s\">%3$s</a>"
                        .formatted(
                                other.code(), escaped(article.getSlug()), say(other, KnowledgeText.IN_THIS_LANGUAGE)))
                .collect(joining(" "));
        var body = HTML.render(PARSER.parse(article.getBody()));
        var main = "<article>\n<h1>%s</h1>\n%s</article>".formatted(escaped(article.getTitle()), body);
        return page(language, article.getTitle(), links.isEmpty() ? "" : "<nav>" + links + "</nav>", main);
    }

    /** The page that says, in all languages, that there is no such article. */
    String none() {
        var main = Arrays.stream(Language.values())
                .map(language -> "<section lang=\"%s\">\n<h1>%s</h1>\n<p>%s</p>\n</section>"
                        .formatted(
                                language.code(),
                                say(language, KnowledgeText.NO_SUCH_ARTICLE),
                                say(language, KnowledgeText.NO_SUCH_ARTICLE_ADVICE)))
                .collect(joining("\n"));
        return page(Language.EN, texts.say(Language.EN, KnowledgeText.NO_SUCH_ARTICLE), "", main);
    }

    private String page(Language language, String title, String links, String main) {
        var name = organization.apply(language);
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <header><p>%s</p>%s</header>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(language.code(), escaped(title + " · " + name), style, escaped(name), links, main);
    }

    private String say(Language language, KnowledgeText key) {
        return escaped(texts.say(language, key));
    }

    private static String escaped(String words) {
        return HTML.render(new Text(words));
    }
}
