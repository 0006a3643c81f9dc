package org.otklik.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.UpgradeRejectedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sites may talk to the chat, and what its pages allow. */
class ChatOriginsTest {
    private final ChatServer server = new ChatServer(TestSettings.with(
            Map.of("allowed-origins", "https://www.example.org,https://*.shelter.example,https://приют.рф/")));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://attack.test",
                "http://www.example.org",
                "https://www.example.org.attack.test",
                "https://shelter.example",
                "https://shelter.example.attack.test",
                "https://attackshelter.example",
                "null",
                "not an origin"
            })
    void aForeignSiteIsRefused(String origin) {
        assertThat(upgrade(origin)).isEqualTo(403);
        var answer = PollClient.post(server, "open", "{}", request -> request.header("Origin", origin));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org",
                "https://help.shelter.example",
                "https://WWW.example.org",
                "https://xn--h1andj3d.xn--p1ai"
            })
    void anAllowedSiteIsServed(String origin) {
        assertThat(upgrade(origin)).isEqualTo(101);
        var answer = PollClient.post(server, "open", "{}", request -> request.header("Origin", origin));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
    }

    @Test
    void ourOwnPagesAreServed() {
        assertThat(upgrade(server.origin())).isEqualTo(101);
    }

    @Test
    void aClientWithoutAnOriginIsRefused() {
        assertThat(upgrade("")).isEqualTo(403);
        assertThat(PollClient.post(server, "open", "{}", request -> {}).statusCode())
                .isEqualTo(403);
    }

    @Test
    void thePreflightOfAnAllowedSiteIsAnswered() {
        var answer = request("/chat/send", "OPTIONS", "Origin", "https://www.example.org");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).contains("Content-Type");
        assertThat(request("/chat/send", "OPTIONS", "Origin", "https://attack.test")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat/demo"})
    void thePagesAllowNothingButTheirOwnFiles(String path) {
        var answer = request(path, "GET", "Accept-Language", "ru");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.body())
                .contains("<html lang=\"ru\">", "Фонд «Тёплый дом» &amp; друзья")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }

    @Test
    void thePageIsWrittenInTheLanguageThatWasAskedFor() {
        assertThat(request("/", "GET", "Accept-Language", "de,en;q=0.8").body())
                .contains("<html lang=\"en\">", "<title>Warm House &lt;Fund&gt;</title>");
        assertThat(request("/?lang=ru", "GET", "Accept-Language", "en").body()).contains("<html lang=\"ru\">");
    }

    @Test
    void filesAreServedCompressedAndCachedByTheirVersion() {
        var widget = request("/chat/widget.js", "GET", "Accept-Encoding", "identity");
        var version = widget.body().replaceAll("(?s).*new URL\\('([0-9a-f]+)/app.js'.*", "$1");

        var app = request("/chat/" + version + "/app.js", "GET", "Accept-Encoding", "gzip");

        assertThat(app.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(app.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(app.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(request("/chat/widget.js", "HEAD", "Accept", "*/*").statusCode())
                .isEqualTo(200);
        assertThat(request("/chat/0000/app.js", "GET", "Accept", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(request("/chat/" + version + "/..%2Fpage.html", "GET", "Accept", "*/*")
                        .statusCode())
                .isEqualTo(404);
        var tag = widget.headers().firstValue("ETag").orElseThrow();
        assertThat(request("/chat/widget.js", "GET", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    private int upgrade(String origin) {
        var options = SocketClient.options(server);
        if (origin.isEmpty()) {
            options.setAllowOriginHeader(false);
        } else {
            options.addHeader("Origin", origin);
        }
        try {
            SocketClient.upgrade(server, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof UpgradeRejectedException refused ? refused.getStatus() : -1;
        }
    }

    private HttpResponse<String> request(String path, String method, String header, String value) {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header(header, value)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        }
    }
}
