package org.otklik.links;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.otklik.i18n.Language;

/**
 * A page behind a link in a letter: a title, a sentence, and buttons that post a form. Nothing happens before one is pressed, since
 * mail servers open links to look for viruses.
 *
 * @param status of HTTP
 * @param organization its name in the language of the page
 */
public record LinkedPage(
        int status, Language language, String organization, String title, String sentence, List<Button> buttons) {
    private static final String STYLE = style();

    /** The page itself says what it loads (W3C CSP 3): its style, and nothing else. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** @param path to which it posts */
    public record Button(String label, String path) {}

    public LinkedPage {
        buttons = List.copyOf(buttons);
    }

    /** The language of a reader of whom nothing else is known. */
    public static Language languageOf(RoutingContext request) {
        return request.acceptableLanguages().stream()
                .flatMap(tag -> Language.of(String.valueOf(tag.tag())).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    public void send(RoutingContext request) {
        var response = request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Language", language.code())
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Robots-Tag", "noindex")
                // The address of the page is a secret of its reader.
                .putHeader("Referrer-Policy", "no-referrer");
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(html());
        }
    }

    private String html() {
        var forms = buttons.stream()
                .map(button -> "<form method=\"post\" action=\"%s\"><button>%s</button></form>"
                        .formatted(escaped(button.path()), escaped(button.label())))
                .collect(joining("\n"));
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
                <header>%s</header>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                %s
                </main>
                </body>
                </html>
                """.formatted(
                        language.code(),
                        escaped(title + " · " + organization),
                        STYLE,
                        escaped(organization),
                        escaped(title),
                        escaped(sentence),
                        forms);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (var file = LinkedPage.class.getResourceAsStream("/links/page.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
