package org.otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.people.Person;
import org.otklik.channels.Channel;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.RecordingHost;

/** Updates that Telegram brings. */
class WebhookTest {
    private static final String UPDATE = """
            {"update_id": 1, "message": {"message_id": 1, "date": 1779192000, "text": "я администратор 🐾",
             "from": {"id": 501, "is_bot": false, "first_name": "Вор"}, "chat": {"id": 501, "type": "private"}}}""";

    private final Vertx vertx = Vertx.vertx();
    private final Router routes = Router.router(vertx);
    private final RecordingHost host = new RecordingHost(vertx, routes, Clock.systemUTC());
    private final BotApiServer server = BotApiServer.start(BotApiOptions.of(Clock.systemUTC()));
    private final Person anna = server.person("Анна", "ru");
    private HttpServer web;
    private URI page;
    private Channel channel;

    @BeforeEach
    void start() {
        web = vertx.createHttpServer()
                .requestHandler(routes)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        page = URI.create("http://localhost:" + web.actualPort() + "/telegram");
        channel = new TelegramFactory()
                .open(
                        TestSettings.with(Map.of(
                                "token", server.token(), "api-url", server.url(), "webhook-url", page.toString())),
                        host);
        channel.start();
        server.awaitCalls("setWebhook", 1, TelegramWire.SOON);
    }

    @AfterEach
    void close() {
        channel.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int posted(String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .POST(HttpRequest.BodyPublishers.ofString(UPDATE))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void whatTelegramBringsIsTakenInOrder() {
        anna.says("раз 🐾");
        anna.says("два");

        await().atMost(TelegramWire.SOON).until(() -> host.accepted().size() == 2);
        assertThat(host.accepted()).extracting(InboundMessage::text).containsExactly("раз 🐾", "два");
        server.updates().awaitConfirmed(TelegramWire.SOON);
    }

    @Test
    void whoDoesNotKnowTheSecretIsTurnedAwayWithoutATrace() throws Exception {
        assertThat(posted()).isEqualTo(401);
        assertThat(posted("X-Telegram-Bot-Api-Secret-Token", "угадал".repeat(3).replaceAll("\\W", "x")))
                .isEqualTo(401);
        assertThat(posted("X-Telegram-Bot-Api-Secret-Token", "")).isEqualTo(401);
        assertThat(host.accepted()).isEmpty();
    }

    @Test
    void whatCanNotBeStoredIsBroughtAgain() {
        host.down(true);
        anna.says("потом 🐾");
        server.awaitCalls("setWebhook", 1, TelegramWire.SOON);
        host.down(false);

        await().atMost(TelegramWire.SOON).until(() -> !host.accepted().isEmpty());
        assertThat(host.accepted()).extracting(InboundMessage::text).containsExactly("потом 🐾");
    }
}
