package org.otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.delivery.QueuedReplies.ANNA;
import static org.otklik.delivery.QueuedReplies.BORIS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Address;
import org.otklik.channels.Button;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.conversation.Action;
import org.otklik.conversation.Aside;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Payload;
import org.otklik.conversation.TestNode;
import org.otklik.i18n.Language;

class OutboxPumpTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Delivery NOT_NOW = new Delivery.Later("no route", Optional.empty());

    private final TestNode node = new TestNode();
    private final QueuedReplies replies = new QueuedReplies(node);
    private final RecordingChannel channel = RecordingChannel.reachingAnybody();
    private final OutboxPump pump = replies.pump(channel, "n1");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aReplyGoesOutAsItWasSaid() {
        var choices = List.of(
                new Choice("Да ✅", Action.of("confirm"), Choice.Answer.YES),
                new Choice("Нет", Action.of("cancel"), Choice.Answer.NO));
        long id = replies.queue(ANNA, "Записать 5000 ₽?", new Payload.Said(choices, Author.STAFF));

        sendAll();

        assertThat(channel.messages())
                .containsExactly(new OutboundMessage(
                        id,
                        ANNA,
                        "Записать 5000 ₽?",
                        List.of(new Button("Да ✅"), new Button("Нет")),
                        Language.RU,
                        Author.STAFF));
        assertThat(replies.message(id)).satisfies(row -> {
            assertThat(row.getStatus()).isEqualTo("sent");
            assertThat(row.getSentAt()).isEqualTo(node.clock().instant());
            assertThat(row.getLeaseUntil()).isNull();
        });
    }

    @Test
    void theMessagesOfAConversationGoOutInOrderAndOneAtATime() {
        replies.queue(ANNA, "раз");
        replies.queue(ANNA, "два");
        replies.queue(ANNA, "три");
        channel.answer(message -> {
            assertThat(Aside.run(pump::runOne)).succeedsWithin(SOON).isEqualTo(false);
            return new Delivery.Sent();
        });

        sendAll();

        assertThat(channel.texts()).containsExactly("раз", "два", "три");
    }

    @Test
    void aMessageThatWaitsHoldsUpItsConversationAndNoOther() {
        replies.queue(ANNA, "раз");
        replies.queue(ANNA, "два");
        replies.queue(BORIS, "три");
        channel.answer(message -> message.text().equals("раз") ? NOT_NOW : new Delivery.Sent());

        sendAll();

        assertThat(channel.texts()).containsExactlyInAnyOrder("раз", "три");
    }

    @Test
    void aMessageWithALowerNumberThatIsCommittedLateWaitsForTheOneOnItsWay() throws Exception {
        try (var connection = node.address().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long conversation = replies.conversation(ANNA);
            statement.execute(
                    "INSERT INTO message (conversation_id, channel, account, direction, status, body, payload,"
                            + " language, received_at) VALUES (" + conversation
                            + ", 'webchat', 'site', 'out', 'queued', 'раз',"
                            + " '{\"author\": \"BOT\"}', 'ru', '2026-03-02T09:00:00Z')");
            replies.queue(ANNA, "два");
            channel.answer(message -> {
                if (message.text().equals("два")) {
                    commit(connection);
                    assertThat(Aside.run(pump::runOne)).succeedsWithin(SOON).isEqualTo(false);
                }
                return new Delivery.Sent();
            });

            sendAll();

            assertThat(channel.texts()).containsExactly("два", "раз");
        }
    }

    @Test
    void aBatchIsSentSideBySideAndSoASlowReceiverDelaysNobody() {
        int batch = 32;
        for (int i = 0; i < batch; i++) {
            replies.queue(new Address("webchat", "site", "visitor-" + i), "привет " + i);
        }
        var together = new CyclicBarrier(batch + 1);
        var released = new CountDownLatch(1);
        channel.answer(message -> {
            await(together);
            if (message.text().equals("привет 0")) {
                await(released);
            }
            return new Delivery.Sent();
        });

        var slow = Aside.run(pump::runOne);
        await(together);
        waitFor(() -> {
            pump.runOne();
            return replies.statuses().stream().filter("sent"::equals).count() == batch - 1;
        });

        assertThat(slow).isNotDone();
        released.countDown();
        assertThat(slow).succeedsWithin(SOON).isEqualTo(true);
        assertThat(replies.statuses()).containsOnly("sent");
        assertThat(channel.messages()).hasSize(batch);
    }

    @Test
    void aMessageOfADeadNodeIsSentByAnotherWhenItsLeaseIsOver() {
        long id = replies.queue(ANNA, "раз");
        replies.queue(ANNA, "два");
        claimAndDie();

        node.clock().advance(Duration.ofSeconds(60));
        assertThat(pump.runOne()).isFalse();
        node.clock().advance(Duration.ofMillis(1));
        sendAll();

        assertThat(channel.texts()).containsExactly("раз", "два");
        assertThat(replies.message(id).getAttempts()).isEqualTo(2);
        assertThat(replies.statuses()).containsOnly("sent");
    }

    @Test
    void whoFinishesAfterItsLeaseDoesNotOverwriteWhatTheNextOneWrote() {
        long id = replies.queue(ANNA, "раз");
        var other = RecordingChannel.reachingAnybody();
        channel.answer(message -> {
            node.clock().advance(Duration.ofSeconds(61));
            assertThat(Aside.run(replies.pump(other, "n2")::runOne))
                    .succeedsWithin(SOON)
                    .isEqualTo(true);
            return new Delivery.Refused("blocked");
        });

        sendAll();

        assertThat(other.texts()).containsExactly("раз");
        assertThat(replies.message(id).getStatus()).isEqualTo("sent");
        assertThat(replies.reports()).isEmpty();
    }

    @Test
    void anAttachedChannelSendsOnlyToWhoIsConnectedToItsNode() {
        replies.queue(ANNA, "Анне");
        replies.queue(BORIS, "Борису");
        replies.queue(new Address("webchat", "site", "vera"), "Вере");
        replies.connect(ANNA, "n1");
        replies.connect(BORIS, "n2");
        var here = RecordingChannel.reachingTheConnected();

        while (replies.pump(here, "n1").runOne()) {
            // Until nothing is due.
        }

        assertThat(here.texts()).containsExactly("Анне");
        assertThat(replies.statuses()).containsExactly("sent", "queued", "queued");
    }

    @Test
    void aPumpSendsForItsOwnChannelOnly() {
        replies.queue(new Address("email", "help@fund.example", "anna@mail.example"), "Письмо");

        assertThat(pump.runOne()).isFalse();
    }

    @Test
    void twoNodesShareTheWorkAndRepeatNothing() {
        for (int i = 0; i < 200; i++) {
            replies.queue(new Address("webchat", "site", "visitor-" + i % 50), "привет " + i);
        }
        var other = RecordingChannel.reachingAnybody();
        var there = replies.pump(other, "n2");

        var one = Aside.run(this::sendAll);
        var two = Aside.run(() -> QueuedReplies.sendAll(there));
        assertThat(one).succeedsWithin(SOON);
        assertThat(two).succeedsWithin(SOON);
        sendAll();

        assertThat(replies.statuses()).containsOnly("sent");
        assertThat(channel.texts().size() + other.texts().size()).isEqualTo(200);
    }

    private int sendAll() {
        return QueuedReplies.sendAll(pump);
    }

    /** A node that dies between its claim and its send: all that is left of it is the lease. */
    private void claimAndDie() {
        node.database()
                .transaction(sql -> new UnsentMessages("webchat", "dead", false)
                        .lease(sql, node.clock().instant()));
    }

    private static void waitFor(Callable<Boolean> condition) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
