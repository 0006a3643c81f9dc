package org.otklik.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.i18n.Language.EN;
import static org.otklik.i18n.Language.RU;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.knowledge.Articles.NewArticle;

class ArticlePagesTest {
    private final Knowledge knowledge = new Knowledge();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient browser = HttpClient.newHttpClient();
    private HttpServer server = vertx.createHttpServer();

    @BeforeEach
    void serve() {
        var router = Router.router(vertx);
        new ArticlePages(
                        knowledge.database(),
                        new Texts(),
                        language -> language == RU ? "Фонд «Причал» & друзья" : "Pier & Friends")
                .mount(router);
        server = server.requestHandler(router).listen(0, "127.0.0.1").await();
    }

    @AfterEach
    void close() {
        browser.close();
        vertx.close().await();
        knowledge.close();
    }

    @Test
    void anArticleIsAPageInItsLanguage() throws Exception {
        publish(RU, "visit", "Прийти в приют 🐾", "## Когда?\nПо **средам**, [вот карта](https://fund.example/map).");

        var page = get("/articles/ru/visit");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains(
                        "<html lang=\"ru\">",
                        "<title>Прийти в приют 🐾 · Фонд «Причал» &amp; друзья</title>",
                        "<h1>Прийти в приют 🐾</h1>",
                        "<h2>Когда?</h2>",
                        "<strong>средам</strong>",
                        "<a rel=\"nofollow\" href=\"https://fund.example/map\">вот карта</a>")
                .doesNotContain("<nav>");
    }

    @Test
    void anArticleInTwoLanguagesLinksToTheOther() throws Exception {
        publish(RU, "visit", "Прийти в приют", "По средам.");
        publish(EN, "visit", "Visiting", "On Wednesdays.");

        assertThat(get("/articles/ru/visit").body())
                .contains("<a href=\"../en/visit\" lang=\"en\" hreflang=\"en\">In English</a>");
        assertThat(get("/articles/en/visit").body())
                .contains("<a href=\"../ru/visit\" lang=\"ru\" hreflang=\"ru\">По-русски</a>");
    }

    @Test
    void whatAnAuthorWritesIsNeverRun() throws Exception {
        publish(EN, "evil", "<script>alert(1)</script>", """
                <script>alert(2)</script>

                <img src=x onerror=alert(3)> [press](javascript:alert(4)) "><svg onload=alert(5)>
                """);

        var page = get("/articles/en/evil").body();

        assertThat(page).doesNotContain("<script", "<img", "<svg", "href=\"javascript");
    }

    @Test
    void theBrowserIsToldToRunNothingButTheStyleOfThePage() throws Exception {
        publish(EN, "visit", "Visiting", "On Wednesdays.");

        var page = get("/articles/en/visit");

        var style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.body());
        assertThat(style.find()).isTrue();
        var hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/articles/ru/none",
                "/articles/de/visit",
                "/articles/en/visit",
                "/articles/ru/%D0%BD%D0%B5%D1%82",
                "/articles/ru/..%2F..%2Fetc",
                "/articles/ru/a%00b",
                "/articles/ru/'%20OR%201=1"
            })
    void whatIsNotThereIsSaidInBothLanguages(String path) throws Exception {
        publish(RU, "visit", "Прийти в приют", "По средам.");

        var page = get(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains(
                        "<section lang=\"en\">\n<h1>There is no such article</h1>",
                        "<section lang=\"ru\">\n<h1>Такой статьи нет</h1>");
    }

    @Test
    void aLinkCheckerGetsTheHeadersOnly() throws Exception {
        publish(EN, "visit", "Visiting", "On Wednesdays.");

        var page = send("HEAD", "/articles/en/visit");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEmpty();
        assertThat(send("POST", "/articles/en/visit").statusCode()).isEqualTo(405);
    }

    @Test
    void thePathOfAnAnswerLeadsToItsPage() throws Exception {
        publish(RU, "как-доехать", "Как доехать", "Автобусом 12.");

        assertThat(get(ArticlePages.path("как-доехать", RU)).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private void publish(Language language, String slug, String title, String body) {
        knowledge.publish(List.of(new NewArticle(slug, language, title, body, List.of())));
    }
}
