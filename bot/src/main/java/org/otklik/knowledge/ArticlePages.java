package org.otklik.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;

/** The whole articles for a browser, at {@code /articles/{language}/{slug}}. */
public final class ArticlePages {
    private final Database database;
    private final ArticleHtml html;

    /** @param organization the name of the organisation, by language */
    public ArticlePages(Database database, Texts texts, Function<Language, String> organization) {
        this.database = database;
        this.html = new ArticleHtml(texts, organization);
    }

    /** Where an article is, from the root of the site. */
    public static String path(String slug, Language language) {
        return "/articles/" + language.code() + "/"
                + URLEncoder.encode(slug, UTF_8).replace("+", "%20");
    }

    /** Adds the pages to a site. */
    public void mount(Router router) {
        router.route("/articles/:language/:slug")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::serve);
    }

    private void serve(RoutingContext request) {
        var language = Language.of(request.pathParam("language"));
        var slug = request.pathParam("slug");
        request.vertx()
                .executeBlocking(() -> language.flatMap(known -> read(slug, known)), false)
                .onSuccess(page -> send(request, page))
                .onFailure(request::fail);
    }

    private Optional<String> read(String slug, Language language) {
        if (slug.indexOf('\0') >= 0) {
            // PostgreSQL has no such text, and says so with an error.
            return Optional.empty();
        }
        var articles = new Articles(database.sql());
        return articles.find(slug, language).map(article -> {
            var others = Arrays.stream(Language.values())
                    .filter(other ->
                            other != language && articles.find(slug, other).isPresent())
                    .toList();
            return html.of(article, language, others);
        });
    }

    private void send(RoutingContext request, Optional<String> page) {
        var response = request.response()
                .setStatusCode(page.isPresent() ? 200 : 404)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("Content-Security-Policy", html.policy())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(page.orElseGet(html::none));
        }
    }
}
