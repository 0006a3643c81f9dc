package org.otklik.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.Delivery;
import org.otklik.channels.InboundMessage;
import org.otklik.i18n.Language;

/** What clients may expect of the server, whichever transport carries the frames. */
class ChatProtocolTest {
    /** A transport, named for reports. */
    record Transport(String name, Function<ChatServer, ChatClient> client) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final ChatServer server = new ChatServer(TestSettings.generous());

    static Stream<Transport> transports() {
        return Stream.of(new Transport("socket", SocketClient::of), new Transport("polling", PollClient::of));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Address address() {
        return server.host().accepted().getFirst().from();
    }

    private void reply(String text) {
        server.channel().send(server.host().reply(address(), text, List.of()));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aVisitorWhoComesBackGetsWhatWasMissed(Transport transport) {
        var client = transport.client().apply(server);
        var token = client.hello();
        client.say("1", "Здравствуйте");
        client.ack("1");
        reply("первый");
        long seen = client.first("message").getLong("id");
        client.close();
        server.host().reply(address(), "второй", List.of(new Button("Да")));
        var returned = transport.client().apply(server);

        assertThat(returned.resume(token, seen)).isEqualTo(token);

        var history = history(returned);
        assertThat(history).extracting(entry -> entry.getString("text")).containsExactly("второй");
        assertThat(history.getFirst().getJsonArray("buttons")).isEqualTo(new JsonArray(List.of("Да")));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aReloadedPageGetsTheWholeConversation(Transport transport) {
        var client = transport.client().apply(server);
        var token = client.hello();
        client.say("1", "Здравствуйте");
        client.ack("1");
        var question = server.host().reply(address(), "Верно?", List.of(new Button("Да"), new Button("Нет")));
        server.channel().send(question);
        client.send(new JsonObject()
                .put("type", "press")
                .put("id", "2")
                .put("message", question.id())
                .put("button", 1));
        client.ack("2");
        var reloaded = transport.client().apply(server);

        reloaded.resume(token, 0);

        var history = history(reloaded);
        assertThat(history).extracting(entry -> entry.getString("type")).containsExactly("said", "message", "said");
        assertThat(history).extracting(entry -> entry.getString("author")).containsExactly(null, "bot", null);
        assertThat(history.get(0).getString("id")).isEqualTo("1");
        assertThat(history.get(2).getLong("message")).isEqualTo(question.id());
        assertThat(history.get(2).getInteger("button")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void twoTabsOfAVisitorShowTheSame(Transport transport) {
        var one = transport.client().apply(server);
        var token = one.hello();
        var other = transport.client().apply(server);
        other.resume(token, 0);

        one.say("1", "Из первой вкладки");
        one.ack("1");
        reply("Ответ");

        assertThat(other.first("said").getString("text")).isEqualTo("Из первой вкладки");
        assertThat(other.first("said").getString("id")).isEqualTo("1");
        assertThat(other.first("message").getString("text")).isEqualTo("Ответ");
        assertThat(one.first("message").getString("text")).isEqualTo("Ответ");
        assertThat(one.frames("said")).isEmpty();
        other.send(new JsonObject().put("type", "seen").put("message", 2));
        assertThat(one.first("seen").getLong("message")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aSignThatAReplyIsComingFollowsTheAcknowledgement(Transport transport) {
        var client = transport.client().apply(server);
        client.hello();

        client.say("1", "Здравствуйте");

        client.first("typing");
        assertThat(client.frames("ack")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aReplyNeverOvertakesTheAcknowledgement(Transport transport) {
        try (var _ = new EchoBot(server)) {
            var client = transport.client().apply(server);
            client.hello();

            IntStream.range(0, 20).forEach(i -> client.say("m" + i, "сообщение " + i));

            await().until(() -> client.replies().size() == 20);
            assertThat(client.order())
                    .filteredOn(entry -> entry.endsWith(" m7") || entry.endsWith("Эхо: сообщение 7"))
                    .containsExactly("ack m7", "message Эхо: сообщение 7");
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aRevokedSessionEndsWithASentenceAndCannotBeUsedAgain(Transport transport) {
        var client = transport.client().apply(server);
        var token = client.hello();
        client.say("1", "Здравствуйте");
        client.ack("1");

        server.host().revoke(address());

        var error = client.first("error");
        assertThat(error.getString("code")).isEqualTo("session-ended");
        assertThat(error.getString("text")).contains("завершён");
        await().until(client::isClosed);
        var returned = transport.client().apply(server);
        returned.send(new JsonObject().put("type", "hello").put("token", token));
        assertThat(returned.first("error").getString("code")).isEqualTo("session-ended");
        assertThat(returned.hello()).isNotEqualTo(token);
        assertThat(history(returned)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aGuessedTokenOpensNothing(Transport transport) {
        var client = transport.client().apply(server);
        client.hello();
        client.say("1", "Меня зовут Анна");
        client.ack("1");
        var guesser = transport.client().apply(server);

        for (var guess : List.of(
                "token", address().value(), "token-1 ", "x".repeat(10_000).substring(0, 512))) {
            guesser.send(new JsonObject().put("type", "hello").put("token", guess));
        }

        await().until(() -> guesser.frames("error").size() == 4);
        assertThat(guesser.frames("welcome")).isEmpty();
        assertThat(guesser.frames("error"))
                .extracting(frame -> frame.getString("code"))
                .containsOnly("session-ended");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void nobodyElseHearsAReply(Transport transport) {
        var anna = transport.client().apply(server);
        anna.hello();
        anna.say("1", "Я Анна");
        anna.ack("1");
        var boris = transport.client().apply(server);
        boris.hello();

        reply("Здравствуйте, Анна");
        anna.first("message");
        boris.say("1", "Я Борис");
        boris.ack("1");

        assertThat(boris.frames("message")).isEmpty();
        assertThat(server.host().accepted()).extracting(InboundMessage::text).containsExactly("Я Анна", "Я Борис");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void brokenFramesAreAnsweredAndTheConnectionStays(Transport transport) {
        var client = transport.client().apply(server);
        client.say("early", "ещё не поздоровались");
        assertThat(client.first("error").getString("code")).isEqualTo("hello-first");
        client.hello();

        var broken = List.of(
                "",
                "{",
                "null",
                "[]",
                "\"say\"",
                "{\"type\":1}",
                "{\"type\":\"delete\"}",
                "{\"type\":\"say\"}",
                "{\"type\":\"say\",\"id\":\"a b\",\"text\":\"x\"}",
                "{\"type\":\"say\",\"id\":\"1\",\"text\":{}}",
                "{\"type\":\"say\",\"id\":\"1\",\"text\":\" \"}",
                "{\"type\":\"press\",\"id\":\"1\",\"message\":-1,\"button\":0}",
                "{\"type\":\"press\",\"id\":\"1\",\"message\":1.5,\"button\":0}",
                "[".repeat(5000));
        broken.forEach(client::sendRaw);

        await().until(() -> client.frames("error").size() == 1 + broken.size());
        client.say("1", "А теперь как следует");
        client.ack("1");
        assertThat(server.host().accepted()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void whoKeepsSendingRubbishIsShutOut(Transport transport) {
        var client = transport.client().apply(server);
        client.hello();

        IntStream.range(0, 30).forEach(i -> client.sendRaw("{\"type\":\"rubbish\"}"));

        await().until(client::isClosed);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aCodeOfALinkGoesToTheHostAndToNobodyElse(Transport transport) {
        var client = transport.client().apply(server);
        var token = client.hello();
        var other = transport.client().apply(server);
        other.resume(token, 0);

        client.send(new JsonObject().put("type", "code").put("id", "c").put("code", "s3cret"));
        client.ack("c");

        assertThat(server.host().accepted().getFirst().code()).contains("s3cret");
        assertThat(server.host().accepted().getFirst().text()).isEmpty();
        assertThat(other.frames("said")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theHostKnowsWhoIsHereByTheFirstAndTheLastTab(Transport transport) {
        var one = transport.client().apply(server);
        var token = one.hello();
        await().until(() -> server.host().attached().size() == 1);
        var other = transport.client().apply(server);
        other.resume(token, 0);
        one.close();
        other.say("1", "ещё здесь");
        other.ack("1");
        assertThat(server.host().attached()).containsExactly(address());

        other.close();
        server.channel().beat();

        await().untilAsserted(() -> {
            IntStream.range(0, 5).forEach(i -> server.channel().beat());
            assertThat(server.host().attached()).isEmpty();
        });
        var late = server.channel().send(server.host().reply(address(), "поздно", List.of()));
        assertThat(late).isInstanceOf(Delivery.Later.class);
    }

    @Test
    void aConnectionThatShowsNoSignOfLifeIsGivenUp() {
        var alive = SocketClient.of(server);
        alive.hello();
        var dead = SocketClient.of(server);
        dead.hello();

        for (int beat = 1; beat <= 4; beat++) {
            int pings = beat;
            server.channel().beat();
            await().until(() -> alive.frames("ping").size() == pings);
            alive.send(new JsonObject().put("type", "pong"));
            alive.say("after-" + beat, "ещё здесь");
            alive.ack("after-" + beat);
        }

        await().until(dead::isClosed);
        assertThat(alive.isClosed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theLanguageOfThePageGoesWithTheMessage(Transport transport) {
        var client = transport.client().apply(server);
        client.hello(new JsonObject().put("language", "en-GB"));
        client.say("1", "👍");
        client.ack("1");

        assertThat(server.host().accepted().getFirst().language()).contains(Language.EN);
        client.sendRaw("?");
        assertThat(client.first("error").getString("text")).contains("does not understand");
    }

    @Test
    void idsOfTwoVisitorsDoNotCollide() {
        var clients = Stream.generate(() -> SocketClient.of(server)).limit(3).toList();
        clients.forEach(ChatClient::hello);

        clients.forEach(client -> client.say("1", "то же самое"));
        clients.forEach(client -> client.ack("1"));

        assertThat(server.host().accepted())
                .extracting(InboundMessage::externalId)
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\u202egnp.exe\u202c \u2066a\u2069",
                "да\u200bн\u200dет\ufeff",
                "до\u0000после",
                "\u001b[31mred\u001b[0m",
                "з\u0336\u0489\u0336\u0489\u0336\u0489\u0336\u0489",
                "👩‍👩‍👧‍👦🏳️‍🌈"
            })
    void oddCharactersArriveAsTheyWereTyped(String text) {
        var client = SocketClient.of(server);
        client.hello();

        client.say("1", text);
        client.ack("1");
        reply(text);

        assertThat(server.host().accepted().getLast().text()).isEqualTo(text);
        assertThat(client.first("message").getString("text")).isEqualTo(text);
    }

    private static List<JsonObject> history(ChatClient client) {
        return client.frames("welcome").getLast().getJsonArray("history").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
