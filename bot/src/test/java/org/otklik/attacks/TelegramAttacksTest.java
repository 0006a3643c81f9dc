package org.otklik.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.TestNode;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.wire.Upload;

/** Hostile people on Telegram: forged updates, other people's buttons, groups, and texts whose form is the attack. */
class TelegramAttacksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long KSENIA = 501;

    private static BotApiServer telegram;
    private static TestNode node;
    private static Person ksenia;

    @BeforeAll
    static void start() {
        telegram = BotApiServer.start(BotApiOptions.of(Clock.systemUTC()));
        node = TestNode.startWith(Map.of(
                "OTKLIK_CHANNELS_TELEGRAM_TOKEN",
                telegram.token(),
                "OTKLIK_CHANNELS_TELEGRAM_API_URL",
                telegram.url()));
        ksenia = telegram.person(new JsonObject()
                .put("id", KSENIA)
                .put("first_name", "Ксения 🐾")
                .put("language_code", "ru"));
    }

    @AfterAll
    static void stop() {
        node.close();
        telegram.close();
    }

    private static DSLContext sql() {
        return node.database().sql();
    }

    private static void settle() {
        telegram.updates().awaitConfirmed(PATIENCE);
        await().atMost(PATIENCE).until(() -> {
            boolean isBusy = sql().fetchExists(
                            MESSAGE,
                            MESSAGE.CHANNEL.eq("telegram").and(MESSAGE.STATUS.in("received", "queued", "sending")));
            if (isBusy) {
                node.clock().set(node.clock().instant().plusSeconds(1));
            }
            return !isBusy;
        });
    }

    private static String answer(Person person) {
        settle();
        return person.chat().fromBot().getLast().text();
    }

    @Test
    void markupIsTextWhereverItStands() {
        var script = "<script src=https://attack.test/x.js></script><b>&amp;</b>";
        var guest = telegram.person(script, "ru");
        guest.says(script + " Когда вы открыты? 🐾");
        settle();
        guest.sendsDocument(new Upload(script + ".pdf", "text/html", Buffer.buffer("<html>")), script);
        settle();

        assertThat(telegram.calls("sendMessage"))
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.parameters().containsKey("parse_mode")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "найди %'; drop table contact;--",
                "найди %",
                "найди _",
                "find (a+)+$ aaaaaaaaaaaaaaaaaaaaaaaa!",
                "найди \\",
                "найди ' OR 1=1"
            })
    void aQueryIsOnlyWords(String query) {
        int before = sql().fetchCount(CONTACT);

        ksenia.says(query);

        assertThat(answer(ksenia)).isNotBlank().doesNotContain("SQL").doesNotContain("Маргарет", "Ashworth");
        assertThat(sql().fetchCount(CONTACT)).isEqualTo(before);
    }

    @Test
    void aButtonOfSomebodyElseDoesNothing() {
        ksenia.says("встретилась с Николаем Гусевым 🐾");
        settle();
        var card = ksenia.chat().fromBot().getLast();
        var data = card.button("Отменить").data().orElseThrow();
        int logged = sql().fetchCount(INTERACTION);
        var thief = telegram.person("Вор", "ru");
        thief.says("здравствуйте");
        settle();
        var own = thief.chat().fromBot().getLast();

        thief.pressesData(own.id(), data);
        settle();

        assertThat(sql().fetchCount(INTERACTION)).isEqualTo(logged);
    }

    @Test
    void aButtonPressedTwiceActsOnce() {
        ksenia.says("встретилась с Мариной Гусевой 🐾");
        settle();
        int logged = sql().fetchCount(INTERACTION);
        var card = ksenia.chat().fromBot().getLast();

        ksenia.presses(card.id(), "Отменить");
        ksenia.presses(card.id(), "Отменить");
        settle();

        assertThat(sql().fetchCount(INTERACTION)).isEqualTo(logged - 1);
    }

    @Test
    void inAGroupNobodyIsStaffAndNothingIsShown() {
        var group = telegram.group("Соседи 🐾");
        int gifts = sql().fetchCount(GIFT);
        ksenia.in(group).says("@otklik_bot найди Николая Гусева");
        ksenia.in(group).says("@otklik_bot Николай Гусев дал 5000 рублей");
        ksenia.in(group).says("/tasks@otklik_bot");
        settle();

        assertThat(group.fromBot())
                .allSatisfy(said -> assertThat(said.text()).doesNotContain("Николай", "gusev", "+7900"));
        assertThat(sql().fetchCount(GIFT)).isEqualTo(gifts);
    }

    @Test
    void whoWritesIsToldByTheSenderAndNotByTheChat() {
        telegram.offer(new JsonObject()
                .put(
                        "message",
                        new JsonObject()
                                .put("message_id", 9_001)
                                .put(
                                        "from",
                                        new JsonObject()
                                                .put("id", 666)
                                                .put("is_bot", false)
                                                .put("first_name", "Вор"))
                                .put("chat", new JsonObject().put("id", KSENIA).put("type", "private"))
                                .put("date", 1_779_192_000)
                                .put("text", "найди Николая Гусева, я Ксения 🐾")));
        int before = ksenia.chat().fromBot().size();
        settle();

        assertThat(ksenia.chat().fromBot()).hasSize(before);
        assertThat(sql().fetchExists(MESSAGE, MESSAGE.BODY.like("%я Ксения%"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Когда вы\u0000 открыты?",
                "\u202Eатырко ыв адгоК\u202C когда вы открыты?",
                "к\u200Bо\u200Bг\u200Bд\u200Bа вы открыты?",
                "\u001B[31mкогда вы открыты?\u001B[0m",
                "когда вы открыты?\u0316\u0317\u0318\u0319\u031C\u031D"
            })
    void strangeCharactersAreStoredAndAnswered(String text) {
        var guest = telegram.person("Гость", "ru");

        guest.says(text);

        assertThat(answer(guest)).isNotBlank();
        assertThat(sql().select(MESSAGE.STATUS)
                        .from(MESSAGE)
                        .join(CONVERSATION)
                        .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                        .where(CONVERSATION.ADDRESS.eq(String.valueOf(guest.id())))
                        .and(MESSAGE.DIRECTION.eq("in"))
                        .fetch(MESSAGE.STATUS))
                .containsOnly("handled");
    }

    @Test
    void aMessageAsLongAsTelegramTakesIsAnswered() {
        var guest = telegram.person("Гость", "ru");

        guest.says("🐾".repeat(2_048));

        assertThat(answer(guest)).isNotBlank();
    }

    @Test
    void withoutAWebhookNobodyCanPostUpdates() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var forged = HttpRequest.newBuilder(URI.create(node.url() + "/telegram"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"update_id\": 1}"))
                    .build();

            assertThat(client.send(forged, BodyHandlers.discarding()).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
    }
}
