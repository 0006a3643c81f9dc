package org.otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.botapi.faults.Fault;
import org.otklik.botapi.wire.Upload;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.i18n.Language;

/** What comes in: messages of all kinds, and what goes wrong on the way. */
class ReceivingTest {
    private static final Upload PHOTO = new Upload("чек.jpg", "image/jpeg", Buffer.buffer(new byte[] {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3
    }));

    private final TelegramWire wire = new TelegramWire();

    @AfterEach
    void close() {
        wire.close();
    }

    private InboundMessage next(int count) {
        await().atMost(TelegramWire.SOON).until(() -> wire.host().accepted().size() >= count);
        return wire.host().accepted().get(count - 1);
    }

    private InboundMessage only() {
        return next(1);
    }

    @Test
    void aMessageIsOfItsSenderToThisBot() {
        int number = wire.anna().says("Здравствуйте 🐾");

        var message = only();
        assertThat(message.from().account()).isEqualTo("otklik_bot");
        assertThat(message.from().value()).isEqualTo(String.valueOf(wire.anna().id()));
        assertThat(message.author()).isEmpty();
        assertThat(message.externalId()).isEqualTo(wire.anna().id() + "/" + number);
        assertThat(message.language()).contains(Language.RU);
        assertThat(new JsonObject(message.raw()).getJsonObject("message").getString("text"))
                .isEqualTo("Здравствуйте 🐾");
    }

    @Test
    void anEditNamesTheMessageThatItPutsRight() {
        int number = wire.anna().says("встретила Анну, 5000");
        wire.anna().edits(number, "встретила Анну, 500 🙂");

        var edit = next(2);
        assertThat(edit.edits()).contains(wire.anna().id() + "/" + number);
        assertThat(edit.externalId()).startsWith(wire.anna().id() + "/" + number + "/");
        assertThat(edit.text()).isEqualTo("встретила Анну, 500 🙂");
        assertThat(edit.sentAt()).isEqualTo(wire.host().accepted().getFirst().sentAt());
    }

    @Test
    void anAnswerNamesWhatItAnswers() {
        int first = wire.anna().says("раз");
        wire.anna().repliesTo(first, "два 🐾");

        assertThat(next(2).repliesTo()).contains(wire.anna().id() + "/" + first);
    }

    @Test
    void aPhotoComesWithItsWords() {
        wire.anna().sendsPhoto(PHOTO, "перевела 🙏");

        var message = only();
        assertThat(message.text()).isEqualTo("перевела 🙏");
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.attachments().getFirst().mediaType()).isEqualTo("image/jpeg");
        assertThat(message.attachments().getFirst().content()).isEqualTo(PHOTO.content());
    }

    @Test
    void aDocumentKeepsItsNameButNotAPath() {
        wire.anna().sendsDocument(new Upload("../../список\u202E.csv", "text/csv", Buffer.buffer("Имя;Сумма\n")), "");

        assertThat(only().attachments().getFirst().name()).isEqualTo("список.csv");
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndTheRestComes() {
        wire.anna()
                .sendsDocument(new Upload("фильм.mp4", "video/mp4", Buffer.buffer("ftyp")), 30L << 20, "смотрите 🎬");

        var message = only();
        assertThat(message.text()).isEqualTo("смотрите 🎬");
        assertThat(message.attachments()).isEmpty();
        assertThat(message.tooLarge()).containsExactly("фильм.mp4");
    }

    @Test
    void thePicturesOfAnAlbumSayThatTheyBelongTogether() {
        wire.anna().sendsAlbum(List.of(PHOTO, PHOTO, PHOTO), "три чека");

        next(3);
        assertThat(wire.host().accepted())
                .extracting(InboundMessage::album)
                .allMatch(Optional::isPresent)
                .containsOnly(wire.host().accepted().getFirst().album());
        assertThat(wire.host().accepted()).extracting(InboundMessage::text).containsExactly("три чека", "", "");
    }

    @Test
    void voicesStickersPlacesAndCardsAreToldApart() {
        wire.anna().sendsVoice(new Upload("voice.ogg", "audio/ogg", Buffer.buffer("OggS…")), 7);
        wire.anna().sendsSticker(new Upload("s.webp", "image/webp", Buffer.buffer("RIFF0000WEBP")), "🐾");
        wire.anna().sendsPlace(59.93, 30.31);
        wire.anna().sendsContact("Пётр Лапин", "+79161234567");
        wire.anna().sendsOwnContact("79161234568");

        next(5);
        assertThat(wire.host().accepted())
                .extracting(message -> message.enclosure().orElseThrow())
                .containsExactly(
                        new Enclosure.Voice(),
                        new Enclosure.Sticker(),
                        new Enclosure.Place(59.93, 30.31),
                        new Enclosure.Card("Пётр Лапин", "+79161234567", false),
                        new Enclosure.Card("Анна 🐾", "79161234568", true));
    }

    @Test
    void inAGroupOnlyWhatIsSaidToTheBotComes() {
        var group = wire.server().group("Волонтёры 🐾");
        var anna = wire.anna().in(group);
        anna.says("кто завтра на смене?");
        anna.says("/help@other_bot");
        anna.says("/tasks@otklik_bot сегодня");
        anna.says("@otklik_bot помоги");

        next(2);
        wire.server().updates().awaitConfirmed(TelegramWire.SOON);
        assertThat(wire.host().accepted())
                .extracting(InboundMessage::text)
                .containsExactly("/tasks сегодня", "@otklik_bot помоги");
        assertThat(wire.host().accepted()).allSatisfy(message -> {
            assertThat(message.from().value()).isEqualTo(String.valueOf(group.id()));
            assertThat(message.author().orElseThrow().value())
                    .isEqualTo(String.valueOf(wire.anna().id()));
        });
    }

    @Test
    void aPressIsAnsweredAndAForeignOneIsRefusedWithoutATrace() {
        wire.anna().says("хочу помочь");
        var reply = wire.host().reply(only().from(), "Верно?", List.of(new Button("Да"), new Button("Нет")));
        wire.channel().send(reply);
        var shown = wire.anna().chat().next(TelegramWire.SOON);

        var forged = wire.anna().pressesData(shown.id(), reply.id() + ".1.AAAAAAAAAAAAAAAA");
        var pressed = wire.anna().presses("Нет").orElseThrow();

        assertThat(next(2).press().orElseThrow().button()).isEqualTo(1);
        assertThat(wire.server().callbacks().await(pressed, TelegramWire.SOON).text())
                .isEmpty();
        assertThat(wire.server().callbacks().await(forged, TelegramWire.SOON).text())
                .isEqualTo("Эта кнопка уже не работает.");
        assertThat(wire.host().accepted()).hasSize(2);
    }

    @Test
    void unknownKindsAndMissingPartsDoNotStopTheOthers() {
        wire.server().offer(new JsonObject().put("message", new JsonObject().put("text", "без чата 🐾")));
        wire.server().offer(new JsonObject().put("message", "не сообщение"));
        wire.server().offer(new JsonObject().put("callback_query", new JsonObject().put("id", "7")));
        wire.server().offer(new JsonObject().put("edited_message", new JsonArray()));
        wire.anna().says("а я в порядке 🙂");

        assertThat(only().text()).isEqualTo("а я в порядке 🙂");
        wire.server().updates().awaitConfirmed(TelegramWire.SOON);
        assertThat(wire.host().told()).isNotEmpty();
    }

    @Test
    void whatIsNotNeededMayBeMissing() {
        wire.server()
                .offer(new JsonObject()
                        .put(
                                "message",
                                new JsonObject()
                                        .put("message_id", 7)
                                        .put("from", new JsonObject().put("id", 77))
                                        .put(
                                                "chat",
                                                new JsonObject().put("id", 77).put("type", "private"))
                                        .put("entities", new JsonArray().add(new JsonObject().put("type", "new")))
                                        .put("text", "без даты 🐾")));

        assertThat(only().text()).isEqualTo("без даты 🐾");
        assertThat(only().externalId()).isEqualTo("77/7");
    }

    @ParameterizedTest
    @ValueSource(longs = {4_102_444_800L, 0, -5, Long.MAX_VALUE})
    void aClockThatIsWrongIsNotBelieved(long date) {
        var before = wire.host().clock().instant();
        wire.server()
                .offer(new JsonObject()
                        .put(
                                "message",
                                new JsonObject()
                                        .put("message_id", 8)
                                        .put("date", date)
                                        .put("from", wire.anna().user())
                                        .put("chat", wire.anna().chat().json())
                                        .put("text", "из будущего 🐾")));

        assertThat(only().sentAt()).isBetween(before, wire.host().clock().instant());
    }

    @Test
    void anAnswerToTheBotInAGroupComes() {
        var group = wire.server().group("Волонтёры 🐾");
        var to = new Address("telegram", "otklik_bot", String.valueOf(group.id()));
        wire.channel().send(wire.host().reply(to, "Кто придёт? 🐾", List.of()));
        var asked = group.fromBot().getFirst();

        wire.anna().in(group).repliesTo(asked.id(), "я");

        assertThat(only().repliesTo()).contains(group.id() + "/" + asked.id());
    }

    @Test
    void tenThousandEntitiesAreNoHindrance() {
        var entities = new JsonArray(IntStream.range(0, 10_000)
                .mapToObj(i ->
                        new JsonObject().put("type", "bold").put("offset", i).put("length", 1))
                .toList());
        wire.anna().says("жирно 🐾", entities);

        assertThat(only().text()).isEqualTo("жирно 🐾");
    }

    @Test
    void whateverGoesWrongNothingIsLostAndNothingComesTwice() {
        wire.server().faults().next("getUpdates", new Fault.TooMany(1));
        wire.server().faults().next("getUpdates", Fault.internalError());
        wire.server().faults().next("getUpdates", Fault.badGateway());
        wire.server().faults().next("getUpdates", new Fault.Reset());
        wire.server().faults().next("getUpdates", new Fault.Lost());
        for (int i = 0; i < 5; i++) {
            wire.anna().says("сообщение " + i + " 🐾");
        }

        next(5);
        wire.server().updates().awaitConfirmed(TelegramWire.SOON);
        assertThat(wire.host().accepted())
                .extracting(InboundMessage::text)
                .containsExactly(IntStream.range(0, 5)
                        .mapToObj(i -> "сообщение " + i + " 🐾")
                        .toArray(String[]::new));
    }

    @Test
    void aTokenThatIsRevokedIsToldToTheOperatorAndNotTriedAllTheTime() {
        wire.anna().says("до");
        only();
        wire.server().revokeToken();

        await().atMost(TelegramWire.SOON).until(() -> !wire.channel().health().working());
        assertThat(wire.channel().health().says())
                .isEqualTo("Telegram does not know the token, or no longer; put the one that @BotFather gives into"
                        + " channels.telegram.token and restart");
        assertThat(wire.server().calls("getUpdates")).hasSizeLessThan(20);
    }

    @Test
    void aCodeIsBroughtAlongByALinkToTheBot() {
        assertThat(wire.door("a1-B_c")).contains(URI.create("https://t.me/otklik_bot?start=a1-B_c"));
        wire.server().revokeToken();

        assertThat(wire.door("abc")).isEmpty();
    }

    @Test
    void theMenuIsInBothLanguages() {
        wire.anna().says("привет");
        only();

        assertThat(wire.server().commands("ru")).containsEntry("help", "Помощь и примеры");
        assertThat(wire.server().commands("en")).containsEntry("help", "Help and examples");
        assertThat(wire.server().commands("")).containsKeys("start", "help", "link", "language", "stop");
    }
}
