package org.otklik.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.faults.Fault;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.Button;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.Table;
import org.otklik.i18n.Language;

/** What goes out: its form, Telegram's limits, and what goes wrong on the way. */
class SendingTest {
    private final TelegramWire wire = new TelegramWire();
    private Address anna = new Address("telegram", "otklik_bot", "0");

    @BeforeEach
    void write() {
        wire.anna().says("Здравствуйте 🐾");
        await().atMost(TelegramWire.SOON).until(() -> !wire.host().accepted().isEmpty());
        anna = wire.address();
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private OutboundMessage text(String text) {
        return wire.host().reply(anna, text, List.of());
    }

    private List<ChatMessage> shown() {
        return wire.anna().chat().fromBot();
    }

    @Test
    void aLongTextArrivesInPieces() {
        var sentence = "Спасибо, что вы с нами 🙏. ";
        var message = text(sentence.repeat(400));

        assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Sent.class);

        assertThat(shown())
                .hasSizeGreaterThan(2)
                .allSatisfy(piece ->
                        assertThat(piece.text()).hasSizeLessThanOrEqualTo(4_096).endsWith("🙏."));
        assertThat(shown().stream().map(ChatMessage::text).collect(Collectors.joining(" ")))
                .isEqualTo(message.text().strip());
    }

    @Test
    void itsNumberIsThatOfTheLastPiece() {
        var sent = (Delivery.Sent) wire.channel().send(text("Раз.\n".repeat(1_500)));

        assertThat(sent.externalId())
                .contains(wire.anna().id() + "/" + shown().getLast().id());
    }

    @Test
    void aTableIsShownInLettersOfOneWidth() {
        var table = new Table("Кто дал", List.of("Имя", "Сумма"), List.of(List.of("Анна 🐾", "500")), Set.of(1));
        var message = new OutboundMessage(
                7,
                anna,
                "Вот:\n\n" + table.plain() + "\n\nВсё.",
                List.of(),
                Language.RU,
                OutboundMessage.Author.BOT,
                List.of(),
                Optional.empty(),
                List.of(table));

        wire.channel().send(message);

        var entities = shown().getFirst().json().getJsonArray("entities");
        var pre = entities.getJsonObject(0);
        int offset = pre.getInteger("offset");
        assertThat(pre.getString("type")).isEqualTo("pre");
        assertThat(message.text().substring(offset, offset + pre.getInteger("length")))
                .isEqualTo(table.plain());
    }

    @Test
    void filesFollowTheText() throws IOException {
        var receipt = new Attachment("Квитанция № 5.pdf", "application/pdf", Buffer.buffer("%PDF-1.7 🐾"));
        var alternative = Optional.of(new Attachment.Inline("chart", "Столбики: 2025 год — 5 000 ₽"));
        var chart = new Attachment("chart.png", "image/png", picture(), alternative);
        var broken = new Attachment("broken.png", "image/png", Buffer.buffer("png"), alternative);
        var message = new OutboundMessage(
                8,
                anna,
                "Ваша квитанция",
                List.of(new Button("Верно")),
                Language.RU,
                OutboundMessage.Author.BOT,
                List.of(receipt, chart, broken),
                Optional.empty());

        assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Sent.class);

        assertThat(shown())
                .extracting(ChatMessage::text)
                .containsExactly("Ваша квитанция", "", "Столбики: 2025 год — 5 000 ₽", "");
        assertThat(shown().getFirst().labels()).containsExactly("Верно");
        assertThat(shown().get(1).json().getJsonObject("document").getString("file_name"))
                .isEqualTo("Квитанция № 5.pdf");
    }

    private static Buffer picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return Buffer.buffer(bytes.toByteArray());
    }

    @Test
    void aButtonForOnesOwnPhoneAsksForIt() {
        wire.channel()
                .send(wire.host()
                        .reply(
                                anna,
                                "Поделитесь номером?",
                                List.of(new Button("Мой телефон", true), new Button("Не надо"))));

        assertThat(shown().getFirst().buttons())
                .extracting(org.otklik.botapi.chats.Button::asksPhone)
                .containsExactly(true, false);
    }

    @Test
    void whoIsAskedToWaitWaitsAsLongAsAsked() {
        wire.server().faults().next("sendMessage", new Fault.TooMany(17));

        assertThat(wire.channel().send(text("подождите 🙂")))
                .isEqualTo(new Delivery.Later(
                        "Telegram asks to wait for 17 seconds", Optional.of(Duration.ofSeconds(17))));
    }

    @Test
    void brokenServersAreTriedAgainLater() {
        wire.server().faults().next("sendMessage", Fault.internalError());
        wire.server().faults().next("sendMessage", Fault.badGateway());
        wire.server().faults().next("sendMessage", new Fault.Reset());
        var message = text("ещё раз 🙂");

        for (int i = 0; i < 3; i++) {
            assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Later.class);
        }
        assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Sent.class);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void aLostAnswerIsNotTakenForSuccessAndNotRepeatedUnasked() {
        wire.server().faults().next("sendMessage", new Fault.Lost());

        assertThat(wire.channel().send(text("дошло? 🙂"))).isInstanceOf(Delivery.Later.class);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void ofALongTextWhatHasArrivedIsNotSentAgain() {
        var message = text(
                IntStream.range(0, 600).mapToObj(i -> "Строка " + i + " 🐾.").collect(Collectors.joining("\n")));
        Thread.ofVirtual().start(() -> {
            wire.server().awaitCalls("sendMessage", 1, TelegramWire.SOON);
            wire.server().faults().next("sendMessage", Fault.internalError());
        });

        assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Later.class);
        assertThat(wire.channel().send(message)).isInstanceOf(Delivery.Sent.class);

        assertThat(shown()).hasSizeGreaterThan(2).extracting(ChatMessage::text).doesNotHaveDuplicates();
    }

    @Test
    void whoHasBlockedTheBotTakesNothingMore() {
        wire.anna().blocks();

        assertThat(wire.channel().send(text("алло? 🙂"))).isInstanceOf(Delivery.Blocked.class);
    }

    @Test
    void whatTelegramRefusesIsRefused() {
        var nobody = new Address("telegram", "otklik_bot", "не число");

        assertThat(wire.channel().send(wire.host().reply(nobody, "кому? 🙂", List.of())))
                .isInstanceOf(Delivery.Refused.class);
        assertThat(wire.channel()
                        .send(wire.host().reply(new Address("telegram", "otklik_bot", "42"), "кому? 🙂", List.of())))
                .isNotInstanceOf(Delivery.Sent.class);
    }

    @Test
    void aTokenThatIsRevokedIsNoReasonToGiveAMessageUp() {
        wire.server().revokeToken();

        assertThat(wire.channel().send(text("подождёт 🙂"))).isInstanceOf(Delivery.Down.class);
    }

    @Test
    void aGroupThatHasBecomeAnotherIsFollowed() {
        var group = wire.server().chats().smallGroup("Волонтёры 🐾");
        wire.server().chats().upgrade(group);
        var old = new Address("telegram", "otklik_bot", String.valueOf(group.id()));

        assertThat(wire.channel().send(wire.host().reply(old, "переехали 🙂", List.of())))
                .isInstanceOf(Delivery.Sent.class);
    }

    @Test
    void theLimitsAreNeverExceeded() {
        var group = wire.server().group("Волонтёры 🐾");
        var people = IntStream.range(0, 40)
                .mapToObj(i -> wire.server().person("Гость " + i, "ru"))
                .toList();
        people.forEach(person -> person.says("🐾"));
        await().atMost(TelegramWire.SOON).until(() -> wire.host().accepted().size() > people.size());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            people.forEach(person -> threads.execute(() -> {
                var to = new Address("telegram", "otklik_bot", String.valueOf(person.id()));
                wire.channel().send(wire.host().reply(to, "раз 🙂", List.of()));
                wire.channel().send(wire.host().reply(to, "два 🙂", List.of()));
            }));
            threads.execute(() -> {
                var to = new Address("telegram", "otklik_bot", String.valueOf(group.id()));
                wire.channel().send(wire.host().reply(to, "всем раз 🙂", List.of()));
                wire.channel().send(wire.host().reply(to, "всем два 🙂", List.of()));
            });
        }

        assertThat(people)
                .allSatisfy(person -> assertThat(person.chat().fromBot())
                        .extracting(ChatMessage::text)
                        .containsExactly("раз 🙂", "два 🙂"));
        assertThat(group.fromBot()).hasSize(2);
        assertThat(wire.server().violations()).isEmpty();
    }

    @Test
    void whoWaitsLongSeesThatAnAnswerIsBeingWritten() {
        assertThat(wire.anna().chat().awaitActions(1, TelegramWire.SOON)).contains("typing");
    }
}
