package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.TASK;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.faults.Fault;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.wire.Upload;
import org.otklik.time.SettableClock;

/** Conversations with the whole bot over the wire of Telegram. */
class TelegramConversationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofSeconds(1);
    /** A field worker of the demo fund. */
    private static final long KSENIA = 501;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1};

    private static BotApiServer telegram;
    private static TestNode node;
    private static Person ksenia;

    @BeforeAll
    static void start() {
        telegram = BotApiServer.start(BotApiOptions.of(
                SettableClock.at(TestNode.IN_OFFICE_HOURS.minusSeconds(1).toString())));
        node = TestNode.startWith(Map.of(
                "OTKLIK_CHANNELS_TELEGRAM_TOKEN",
                telegram.token(),
                "OTKLIK_CHANNELS_TELEGRAM_API_URL",
                telegram.url()));
        ksenia = telegram.person(new JsonObject()
                .put("id", KSENIA)
                .put("is_bot", false)
                .put("first_name", "Ксения 🐾")
                .put("language_code", "ru"));
    }

    @AfterEach
    void rest() {
        telegram.faults().clear();
        settle();
        node.clock().set(TestNode.IN_OFFICE_HOURS);
    }

    @AfterAll
    static void stop() {
        node.close();
        telegram.close();
    }

    private static DSLContext sql() {
        return node.database().sql();
    }

    /** Lets time go on until everything is handled and sent. */
    private static void settle() {
        telegram.updates().awaitConfirmed(PATIENCE);
        await().atMost(PATIENCE).until(() -> {
            boolean isBusy = sql().fetchExists(
                            MESSAGE,
                            MESSAGE.CHANNEL.eq("telegram").and(MESSAGE.STATUS.in("received", "queued", "sending")));
            if (isBusy) {
                node.clock().set(node.clock().instant().plus(STEP));
            }
            return !isBusy;
        });
    }

    private static String answer(Person person) {
        settle();
        // Sums hold together by spaces that don't break.
        return person.chat().fromBot().getLast().text().replace('\u00a0', ' ');
    }

    private static long gifts() {
        return sql().fetchCount(GIFT);
    }

    @Test
    void aDonorPromisesAndTakesItBack() {
        var donor = telegram.person("Жанна", "ru");
        donor.says("Хочу перевести 3000 рублей в пятницу");
        settle();
        donor.says("Жанна Белкина, zhanna@mail.example");

        assertThat(answer(donor)).contains("Жанна Белкина", "3 000 ₽", "пятница, 22 мая 2026");
        var press = donor.presses("Отменить").orElseThrow();
        settle();

        assertThat(telegram.callbacks().await(press, PATIENCE).text()).isEmpty();
        assertThat(sql().fetchExists(
                                GIFT, GIFT.AMOUNT.eq(new BigDecimal("3000.00")).and(GIFT.STATUS.eq("pledged"))))
                .isFalse();
    }

    @Test
    void oneSentenceOfAFieldWorkerIsThreeRecordsAndItsEditPutsThemRight() {
        int interactions = sql().fetchCount(INTERACTION);
        int tasks = sql().fetchCount(TASK);
        int number = ksenia.says("встретилась с Николаем Гусевым, даст 5 тыс. в июне, напомни в понедельник 🐾");

        assertThat(answer(ksenia)).contains("Гусев", "5 000 ₽", "30 июня 2026", "понедельник, 25 мая 2026");
        assertThat(ksenia.chat().fromBot().getLast().labels()).contains("Верно", "Исправить", "Отменить");
        assertThat(sql().fetchCount(INTERACTION)).isEqualTo(interactions + 1);
        assertThat(sql().fetchCount(TASK)).isEqualTo(tasks + 1);
        long before = gifts();

        ksenia.edits(number, "встретилась с Николаем Гусевым, даст 7 тыс. в июне, напомни в понедельник 🐾");

        assertThat(answer(ksenia)).contains("7 000 ₽");
        assertThat(gifts()).isEqualTo(before);
        assertThat(sql().fetchExists(
                                GIFT, GIFT.AMOUNT.eq(new BigDecimal("5000.00")).and(GIFT.STATUS.eq("pledged"))))
                .isFalse();
    }

    @Test
    void theThreePicturesOfAnAlbumAreOneGift() {
        var donor = telegram.person("Эдуард", "ru");
        long before = gifts();
        var photo = new Upload("чек.jpg", "image/jpeg", Buffer.buffer(JPEG));

        donor.sendsAlbum(List.of(photo, photo, photo), "перевёл 4100 рублей, Эдуард Розов, rozov@mail.example");
        settle();

        var album = sql().selectFrom(MESSAGE)
                .where(MESSAGE.CHANNEL.eq("telegram"))
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.BODY.like("%Розов%"))
                .fetchOne();
        assertThat(album).isNotNull();
        assertThat(sql().fetchCount(ATTACHMENT, ATTACHMENT.MESSAGE_ID.eq(album.getId())))
                .isEqualTo(3);
        assertThat(new String(album.getRaw(), StandardCharsets.UTF_8).lines()).hasSize(3);
        assertThat(gifts()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void whatComesTwiceAndLateCountsOnce() {
        var donor = telegram.person("Зоя", "ru");
        long before = gifts();
        donor.says("Пожертвую 2300 рублей завтра. Зоя Ким, zoya@mail.example");
        settle();
        long afterwards = gifts();

        telegram.updates().repeat(1);
        IntStream.rangeClosed(1, 3).forEach(telegram.updates()::repeat);
        settle();

        assertThat(afterwards).isEqualTo(before + 1);
        assertThat(gifts()).isEqualTo(afterwards);
    }

    @Test
    void throughAllFaultsEveryAnswerArrivesAndInOrder() {
        var donor = telegram.person("Нина", "ru");
        for (var fault : List.of(
                new Fault.TooMany(3), Fault.internalError(), Fault.badGateway(), new Fault.Reset(), new Fault.Lost())) {
            telegram.faults().next("sendMessage", fault);
        }
        telegram.faults().next("getUpdates", Fault.badGateway());
        donor.says("Когда вы открыты? 🐾");
        donor.says("Сколько лет должно быть волонтёру?");
        donor.says("/language ru");
        settle();

        var answers = sql().select(MESSAGE.STATUS)
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(CONVERSATION.ADDRESS.eq(String.valueOf(donor.id())))
                .and(MESSAGE.DIRECTION.eq("out"))
                .fetch(MESSAGE.STATUS);
        assertThat(answers).hasSize(3).containsOnly("sent");
        // The answer to a call that was lost is sent once more; nothing can be done about that.
        assertThat(donor.chat().fromBot().stream().map(ChatMessage::text).distinct())
                .hasSize(3);
    }

    @Test
    void whoBlocksTheBotIsLeftAloneUntilTheyWriteAgain() {
        var donor = telegram.person("Глеб", "ru");
        donor.says("Здравствуйте 🙂");
        settle();
        int tasks = sql().fetchCount(TASK);
        donor.says("Когда вы открыты?");
        donor.blocks();
        settle();

        assertThat(sql().fetchCount(TASK)).isEqualTo(tasks);
        donor.unblocks();
        donor.says("Я вернулся, когда вы открыты?");

        assertThat(answer(donor)).isNotBlank();
        assertThat(donor.chat().fromBot().size()).isGreaterThan(1);
    }

    @Test
    void onesOwnNumberLinksTheChatAndSomebodyElsesDoesNot() {
        var marina = telegram.person("Марина", "ru");
        marina.says("/link");
        assertThat(answer(marina)).isNotBlank();

        marina.sendsContact("Марина", "+79000001104");
        settle();
        assertThat(identity(marina)).isEqualTo("anonymous");

        marina.sendsOwnContact("79000001104");
        settle();
        assertThat(identity(marina)).isNotEqualTo("anonymous");
        assertThat(sql().fetchExists(
                                CONTACT_POINT,
                                CONTACT_POINT
                                        .KIND
                                        .eq("telegram")
                                        .and(CONTACT_POINT.VALUE.eq(String.valueOf(marina.id())))))
                .isTrue();
    }

    private static String identity(Person person) {
        return sql().select(CONVERSATION.IDENTITY)
                .from(CONVERSATION)
                .where(CONVERSATION.ADDRESS.eq(String.valueOf(person.id())))
                .fetchSingle(CONVERSATION.IDENTITY);
    }

    @Test
    void whoWasInvitedJoinsByADeepLinkAndOnce() {
        var code = node.invite("Тимур Ахметов");
        var timur = telegram.person("Тимур", "ru");
        timur.says("/start " + code);
        assertThat(answer(timur)).contains("Тимур Ахметов");

        var thief = telegram.person("Вор", "ru");
        thief.says("/start " + code);
        assertThat(answer(thief)).doesNotContain("Тимур");
        assertThat(identity(thief)).isEqualTo("anonymous");
    }
}
