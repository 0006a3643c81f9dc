package org.otklik.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.InboundMessage;

/** How much one visitor and one network address may ask of the server. */
class ChatLimitsTest {
    private ChatServer server = new ChatServer(TestSettings.generous());

    private ChatServer serverWith(WebChatSettings settings) {
        server.close();
        server = new ChatServer(settings);
        return server;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tooManyMessagesAreHeldBackWithASentenceAndTakenLater() {
        var client = SocketClient.of(serverWith(TestSettings.with(Map.of("message-burst", "2"))));
        client.hello();

        client.say("1", "раз");
        client.say("2", "два");
        client.say("3", "три");

        var nack = client.nack("3");
        assertThat(nack.getString("reason")).isEqualTo("too-many-messages");
        assertThat(nack.getString("text")).contains("Ничего не пропадёт");
        assertThat(nack.getInteger("after")).isBetween(1, 3);
        server.later(Duration.ofSeconds(nack.getInteger("after")));
        client.say("3", "три");
        client.ack("3");
        assertThat(server.host().accepted()).extracting(InboundMessage::text).containsExactly("раз", "два", "три");
    }

    @Test
    void aLimitIsPerVisitorAndNotPerTab() {
        var client = SocketClient.of(serverWith(TestSettings.with(Map.of("message-burst", "1"))));
        var token = client.hello();
        var otherTab = SocketClient.of(server);
        otherTab.resume(token, 0);

        client.say("1", "раз");
        client.ack("1");
        otherTab.say("2", "два");

        assertThat(otherTab.nack("2").getString("reason")).isEqualTo("too-many-messages");
    }

    @Test
    void tooManyNewVisitorsOfOneAddressWait() {
        serverWith(TestSettings.with(Map.of("sessions-per-minute-per-address", "1")));
        SocketClient.of(server).hello();
        var second = SocketClient.of(server);

        second.send(new JsonObject().put("type", "hello").put("language", "ru"));

        var error = second.first("error");
        assertThat(error.getString("code")).isEqualTo("too-many-visitors");
        assertThat(error.getString("text")).contains("из вашей сети");
        server.later(Duration.ofSeconds(error.getInteger("after")));
        second.hello();
    }

    @Test
    void anAddressMayHaveOnlySoManyConnections() {
        serverWith(TestSettings.with(Map.of("connections-per-address", "2")));
        var first = SocketClient.of(server);
        SocketClient.of(server);

        assertThat(statusOfUpgrade(SocketClient.options(server).addHeader("Origin", server.origin())))
                .isEqualTo(429);
        assertThat(PollClient.post(server, "open", "{}", request -> request.header("Origin", server.origin()))
                        .statusCode())
                .isEqualTo(429);

        first.close();
        await().untilAsserted(() -> SocketClient.of(server).close());
    }

    @Test
    void aProxyIsBelievedOnlyWhereTheSettingsSaySo() {
        serverWith(TestSettings.with(Map.of("connections-per-address", "1")));
        SocketClient.of(server);
        var forwarded = SocketClient.options(server)
                .addHeader("Origin", server.origin())
                .addHeader("X-Forwarded-For", "203.0.113.9");
        assertThat(statusOfUpgrade(forwarded)).isEqualTo(429);

        serverWith(TestSettings.with(Map.of("connections-per-address", "1", "trust-proxy", "true")));
        for (var claimed : List.of("203.0.113.9", "203.0.113.10", "6.6.6.6, 203.0.113.11", "2001:db8:0:1::1")) {
            assertThat(statusOfUpgrade(SocketClient.options(server)
                            .addHeader("Origin", server.origin())
                            .addHeader("X-Forwarded-For", claimed)))
                    .as(claimed)
                    .isEqualTo(101);
        }
        for (var known : List.of("203.0.113.10", "6.6.6.7, 203.0.113.11", "2001:db8:0:1:ffff::2")) {
            assertThat(statusOfUpgrade(SocketClient.options(server)
                            .addHeader("Origin", server.origin())
                            .addHeader("X-Forwarded-For", known)))
                    .as(known)
                    .isEqualTo(429);
        }
    }

    @Test
    void aMessageThatIsTooLongComesBackWithASentence() {
        var client = SocketClient.of(server);
        client.hello();

        client.say("long", "я".repeat(8001));
        client.say("fits", "я".repeat(8000));

        assertThat(client.nack("long").getString("reason")).isEqualTo("too-long");
        assertThat(client.nack("long").getString("text")).contains("слишком длинное");
        client.ack("fits");
        assertThat(server.host().accepted()).hasSize(1);
    }

    @Test
    void aHugeFrameEndsTheConnection() {
        var client = SocketClient.of(server);
        client.hello();

        client.say("huge", "x".repeat(2_000_000));

        await().until(client::isClosed);
        assertThat(client.socket().closeStatusCode()).isEqualTo((short) 1009);
        assertThat(server.host().accepted()).isEmpty();
    }

    @Test
    void aHugeMessageInManyFramesEndsTheConnection() {
        var client = SocketClient.of(server);
        client.hello();
        var part = "x".repeat(30_000);

        client.socket().writeFrame(io.vertx.core.http.WebSocketFrame.textFrame(part, false));
        for (int i = 0; i < 3; i++) {
            client.socket()
                    .writeFrame(io.vertx.core.http.WebSocketFrame.continuationFrame(
                            io.vertx.core.buffer.Buffer.buffer(part), i == 2));
        }

        await().until(client::isClosed);
        assertThat(client.socket().closeStatusCode()).isEqualTo((short) 1009);
    }

    @Test
    void aHugeBodyIsRefused() {
        var answer = PollClient.post(
                server, "send", "x".repeat(100_000), request -> request.header("Origin", server.origin()));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aFloodEndsTheConnectionWithoutLosingWhatWasAcknowledged() {
        var client = SocketClient.of(server);
        client.hello();

        IntStream.range(0, 5000).forEach(i -> client.sendRaw("{"));

        await().until(client::isClosed);
        assertThat(client.socket().closeStatusCode()).isEqualTo((short) 1008);
    }

    private int statusOfUpgrade(WebSocketConnectOptions options) {
        try {
            SocketClient.upgrade(server, options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return 101;
        } catch (java.util.concurrent.CompletionException e) {
            return e.getCause() instanceof UpgradeRejectedException refused ? refused.getStatus() : -1;
        }
    }
}
