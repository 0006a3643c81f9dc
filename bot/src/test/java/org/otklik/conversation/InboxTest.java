package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Press;
import org.otklik.i18n.Language;
import org.otklik.schema.tables.records.MessageRecord;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

class InboxTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestNode node = new TestNode();
    private final Visitor anna = Visitor.named("anna");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aRedeliveredMessageIsStoredOnce() {
        var message = anna.says("update-7", "Хочу помочь приюту 🐾");

        assertThat(node.inbox().accept(message)).isEqualTo(Accepted.STORED);
        assertThat(node.inbox().accept(message)).isEqualTo(Accepted.DUPLICATE);

        assertThat(node.messages("in")).singleElement().satisfies(row -> {
            assertThat(row.getBody()).isEqualTo("Хочу помочь приюту 🐾");
            assertThat(row.getStatus()).isEqualTo("received");
            assertThat(row.getReceivedAt()).isEqualTo(node.clock().instant());
            assertThat(row.getSentAt()).isEqualTo(message.sentAt());
        });
    }

    @Test
    void theSameIdOnAnotherAccountIsAnotherMessage() {
        node.inbox().accept(anna.says("1", "Здравствуйте"));
        var other = new Visitor(new Address("webchat", "shop", "anna"), anna.messages());

        assertThat(node.inbox().accept(other.says("1", "Здравствуйте"))).isEqualTo(Accepted.STORED);

        assertThat(node.database().sql().fetchCount(CONVERSATION)).isEqualTo(2);
    }

    @Test
    void whatWasPressedIsKeptBesideTheWords() {
        var message = anna.says("")
                .withPress(new Press(12, 1))
                .withCode("К0Д-\u0000🔑")
                .withLanguage(Language.RU);

        assertThat(node.inbox().accept(message)).isEqualTo(Accepted.STORED);

        var payload = Json.read(node.messages("in").getFirst().getPayload(), Payload.Received.class);
        assertThat(payload.press()).contains(new Press(12, 1));
        assertThat(payload.code()).contains("К0Д-🔑");
        assertThat(payload.hint()).contains(Language.RU);
    }

    @Test
    void charactersThatTextCannotHoldAreTakenOutAndTheRawFormKeepsThem() {
        var strange =
                new Visitor(new Address("email", "help@fund.example", "a\u0000nna@\uD83D.example"), anna.messages());
        var raw = Buffer.buffer(new byte[] {'a', 0, (byte) 0xED, (byte) 0xA0, (byte) 0xBD});

        var accepted = node.inbox()
                .accept(InboundMessage.text(
                        strange.address(),
                        "id\u0000\uDC00",
                        "до\u0000м \uD83D и \uDE00 🏠",
                        node.clock().instant(),
                        raw));

        assertThat(accepted).isEqualTo(Accepted.STORED);
        assertThat(node.messages("in")).singleElement().satisfies(row -> {
            assertThat(row.getBody()).isEqualTo("дом \uFFFD и \uFFFD 🏠");
            assertThat(row.getRaw()).isEqualTo(raw.getBytes());
        });
    }

    @Test
    void aMessageOfAHundredKilobytesIsStoredWhole() {
        var letter = "Дорогой фонд! 🐈 ".repeat(6_000);

        assertThat(node.inbox().accept(anna.says(letter))).isEqualTo(Accepted.STORED);

        assertThat(node.messages("in").getFirst().getBody()).isEqualTo(letter);
    }

    @Test
    void anIdLongerThanAnIndexTakesIsStoredOnceToo() {
        var hostile = IntStream.range(0, 20_000)
                .collect(StringBuilder::new, (id, i) -> id.append(i * 7919 % 1_000_003), StringBuilder::append)
                .toString();

        assertThat(node.inbox().accept(anna.says(hostile, "раз"))).isEqualTo(Accepted.STORED);
        assertThat(node.inbox().accept(anna.says(hostile, "раз"))).isEqualTo(Accepted.DUPLICATE);
        assertThat(node.inbox().accept(anna.says(hostile + "!", "два"))).isEqualTo(Accepted.STORED);
    }

    @Test
    void aRunningTurnDoesNotHoldUpTheNextMessage() {
        node.inbox().accept(anna.says("раз"));
        var handler = new ScriptedHandler();
        handler.onHandle(turn -> {
            turn.belongsTo(contact(turn), Identity.LINKED);
            assertThat(Aside.run(() -> node.inbox().accept(anna.says("два"))))
                    .succeedsWithin(SOON)
                    .isEqualTo(Accepted.STORED);
        });

        assertThat(node.runner(handler).runOne()).isTrue();

        assertThat(node.messages("in")).extracting(MESSAGE.STATUS::get).containsExactly("handled", "received");
    }

    private static long contact(Turn turn) {
        return turn.sql()
                .fetchSingle(
                        "INSERT INTO contact (kind, name, created_at) VALUES ('person', 'Анна', {0}) RETURNING id",
                        val(turn.at()))
                .get(0, Long.class);
    }

    @Test
    void aFirstMessageWaitsForAnotherFirstMessageAndJoinsItsConversation() throws Exception {
        try (var connection = node.address().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO conversation (channel, account, address, created_at)"
                    + " VALUES ('webchat', 'site', 'anna', '2026-03-02T09:00:00Z')");

            var second = Aside.run(() -> node.inbox().accept(anna.says("два")));
            Waiting.until(node.database(), 1);
            connection.commit();

            assertThat(second).succeedsWithin(SOON).isEqualTo(Accepted.STORED);
        }
        assertThat(node.database().sql().fetchCount(CONVERSATION)).isEqualTo(1);
    }

    @Test
    void manyFirstMessagesAtOnceMakeOneConversation() throws Exception {
        var start = new CyclicBarrier(16);
        var accepts = IntStream.range(0, 16)
                .mapToObj(i -> anna.says("сообщение " + i))
                .<Callable<Accepted>>map(message -> () -> {
                    start.await();
                    return node.inbox().accept(message);
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(accepts)).extracting(Future::get).containsOnly(Accepted.STORED);
        }

        assertThat(node.messages("in")).hasSize(16);
        assertThat(new HashSet<>(node.database().sql().fetchValues(MESSAGE.CONVERSATION_ID)))
                .hasSize(1);
    }

    @Test
    void whatTheDatabaseWillNeverTakeIsRefusedAndTheNextIsStored() {
        var beyond = Instant.parse("+500000-01-01T00:00:00Z");
        var poison = InboundMessage.text(anna.address(), "1", "яд ☠", beyond, Buffer.buffer("яд"));

        assertThat(node.inbox().accept(poison)).isEqualTo(Accepted.REFUSED);
        assertThat(node.inbox().accept(anna.says("мёд 🍯"))).isEqualTo(Accepted.STORED);
    }

    @Test
    void severalMessagesAreStoredInTheirOrderAndEachOnce() {
        var first = anna.says("1", "Здравствуйте");
        var other = Visitor.named("boris").says("b1", "Привет 🐈");
        var second = anna.says("2", "Где вы находитесь?");

        assertThat(node.inbox().accept(List.of(first, other, second, first)))
                .containsExactly(Accepted.STORED, Accepted.STORED, Accepted.STORED, Accepted.DUPLICATE);

        assertThat(node.messages("in"))
                .extracting(MessageRecord::getBody)
                .containsExactly("Здравствуйте", "Привет 🐈", "Где вы находитесь?");
    }

    @Test
    void oneOfSeveralThatTheDatabaseWillNeverTakeIsRefusedAndTheOthersAreStored() {
        var beyond = Instant.parse("+500000-01-01T00:00:00Z");
        var poison = InboundMessage.text(anna.address(), "1", "яд ☠", beyond, Buffer.buffer("яд"));

        assertThat(node.inbox().accept(List.of(anna.says("2", "хлеб"), poison, anna.says("3", "мёд 🍯"))))
                .containsExactly(Accepted.STORED, Accepted.REFUSED, Accepted.STORED);

        assertThat(node.messages("in")).extracting(MessageRecord::getBody).containsExactly("хлеб", "мёд 🍯");
    }

    @Test
    void whileTheDatabaseIsDownTheChannelKeepsTheMessage() {
        var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/otklik", "otklik", "");
        try (var down = new Database(nowhere, 1)) {
            var inbox = new Inbox(down, node.clock(), node.hints());

            assertThat(inbox.accept(anna.says("раз"))).isEqualTo(Accepted.UNAVAILABLE);
            assertThat(inbox.accept(List.of(anna.says("два"), anna.says("три"))))
                    .containsExactly(Accepted.UNAVAILABLE);
        }
    }
}
