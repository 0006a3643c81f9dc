package org.otklik.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.botapi.Caller.SOON;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates by webhook. */
class WebhookTest {
    private final Caller caller = new Caller();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private HttpServer bot;

    private record Got(Optional<String> secret, JsonObject update) {
        String text() {
            return update.getJsonObject("message").getString("text");
        }
    }

    WebhookTest() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        bot.createContext("/hook", this::take);
        bot.setExecutor(threads);
        bot.start();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        bot.stop(0);
        threads.shutdownNow();
        caller.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        var update = Buffer.buffer(exchange.getRequestBody().readAllBytes()).toJsonObject();
        var mine = new Got(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")), update);
        got.add(mine);
        if (mine.text().contains("медленно")) {
            await();
        }
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
        exchange.close();
    }

    private void await() {
        try {
            assertThat(gate.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Got next() throws InterruptedException {
        return Optional.ofNullable(got.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("no update came"));
    }

    private void hook() throws IOException, InterruptedException {
        var answer = caller.call(
                "setWebhook",
                new JsonObject()
                        .put("url", "http://localhost:" + bot.getAddress().getPort() + "/hook")
                        .put("secret_token", "s3cret_-"));
        assertThat(answer.getBoolean("result")).isTrue();
    }

    @Test
    void updatesArePostedWithTheSecret() throws IOException, InterruptedException {
        hook();

        caller.api.person("Анна", "ru").says("Здравствуйте 🌱");

        var posted = next();
        assertThat(posted.secret()).contains("s3cret_-");
        assertThat(posted.text()).isEqualTo("Здравствуйте 🌱");
        caller.api.updates().awaitConfirmed(SOON);
    }

    @Test
    void anUpdateIsPostedAgainUntilItIsTaken() throws IOException, InterruptedException {
        refusals.set(2);
        hook();
        var anna = caller.api.person("Анна", "ru");

        anna.says("раз");
        anna.says("два");

        assertThat(List.of(next().text(), next().text(), next().text(), next().text()))
                .containsExactly("раз", "раз", "раз", "два");
        caller.api.updates().awaitConfirmed(SOON);
        assertThat(caller.result("getWebhookInfo", new JsonObject()).getString("last_error_message"))
                .contains("500");
    }

    @Test
    void oneChatDoesNotWaitForAnotherButForItself() throws IOException, InterruptedException {
        hook();
        var anna = caller.api.person("Анна", "ru");

        anna.says("медленно");
        anna.says("потом");
        assertThat(next().text()).isEqualTo("медленно");
        caller.api.person("Пётр", "ru").says("сразу");

        assertThat(next().text()).isEqualTo("сразу");
        gate.countDown();
        assertThat(next().text()).isEqualTo("потом");
    }

    @Test
    void whoHasAWebhookGetsNoUpdatesOtherwise() throws IOException, InterruptedException {
        hook();

        assertThat(caller.refusal("getUpdates", new JsonObject()))
                .startsWith("409 Conflict: can't use getUpdates method while webhook is active");
        caller.call("deleteWebhook");
        assertThat(caller.call("getUpdates").getBoolean("ok")).isTrue();
    }

    @Test
    void anAddressAndASecretAreChecked() throws IOException, InterruptedException {
        assertThat(caller.refusal("setWebhook", new JsonObject().put("url", "ftp://bot.example")))
                .startsWith("400 Bad Request: bad webhook");
        assertThat(caller.refusal(
                        "setWebhook",
                        new JsonObject().put("url", "https://bot.example").put("secret_token", "мой")))
                .isEqualTo("400 Bad Request: secret token contains unallowed characters");
    }
}
