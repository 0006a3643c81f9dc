package org.otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.delivery.QueuedReplies.ANNA;
import static org.otklik.delivery.QueuedReplies.BORIS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Delivery;
import org.otklik.conversation.TestNode;
import org.otklik.store.BreakableWire;
import org.otklik.store.TestDatabase;

class RetriesTest {
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
    void aBusyLineIsTriedAgainAfterTheTimeThatItAskedFor() {
        long id = replies.queue(ANNA, "раз");
        channel.answer(message -> new Delivery.Later("429", Optional.of(Duration.ofSeconds(17))));

        sendAll();

        assertThat(replies.message(id)).satisfies(row -> {
            assertThat(row.getStatus()).isEqualTo("queued");
            assertThat(row.getError()).isEqualTo("429");
            assertThat(row.getDueAt()).isEqualTo(node.clock().instant().plusSeconds(17));
        });
        node.clock().advance(Duration.ofSeconds(17));
        channel.answer(message -> new Delivery.Sent());
        sendAll();
        assertThat(replies.statuses()).containsExactly("sent");
    }

    @Test
    void aBrokenLineIsTriedAgainAfterPausesThatGrowAndIsGivenUpInTheEnd() {
        long id = replies.queue(ANNA, "раз");
        channel.answer(message -> NOT_NOW);
        var pauses = new ArrayList<Duration>();

        while (replies.message(id).getStatus().equals("queued")) {
            assertThat(pump.runOne()).isTrue();
            Optional.ofNullable(replies.message(id).getDueAt())
                    .map(due -> Duration.between(node.clock().instant(), due))
                    .ifPresent(pauses::add);
            node.clock().advance(Duration.ofMinutes(72));
        }

        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(1_600), Duration.ofMillis(2_400));
        assertThat(pauses.get(4)).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(39));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(72)) <= 0);
        assertThat(channel.texts()).hasSize(40);
        assertThat(replies.message(id).getStatus()).isEqualTo("failed");
        assertThat(replies.reports()).containsExactly(id + ": no route");
    }

    @Test
    void nothingIsGivenUpBecauseTheLineAsAWholeIsDown() {
        replies.queue(ANNA, "раз");
        channel.answer(message -> new Delivery.Down("the password is refused"));
        for (int i = 0; i < 100; i++) {
            assertThat(pump.runOne()).isTrue();
            node.clock().advance(Duration.ofMinutes(72));
        }
        assertThat(replies.statuses()).containsExactly("queued");

        channel.answer(message -> new Delivery.Sent());
        sendAll();

        assertThat(replies.statuses()).containsExactly("sent");
        assertThat(replies.reports()).isEmpty();
    }

    @Test
    void aRefusedMessageFailsAndIsReportedAndTheNextOneGoesOut() {
        long refused = replies.queue(ANNA, "раз");
        replies.queue(ANNA, "два");
        channel.answer(
                message -> message.id() == refused ? new Delivery.Refused("bot was blocked") : new Delivery.Sent());

        sendAll();

        assertThat(replies.statuses()).containsExactly("failed", "sent");
        assertThat(replies.message(refused).getError()).isEqualTo("bot was blocked");
        assertThat(replies.reports()).containsExactly(refused + ": bot was blocked");
    }

    @Test
    void aReportThatFailsDoesNotKeepTheOthersOfTheBatchFromBeingMarked() {
        replies.queue(ANNA, "раз");
        replies.queue(BORIS, "два");
        channel.answer(message -> message.to().equals(ANNA) ? new Delivery.Refused("blocked") : new Delivery.Sent());
        var unable = new OutboxPump(
                node.database(), channel, "webchat", "n1", node.clock(), new Random(7), (sql, id, reason, at) -> {
                    sql.execute("INSERT INTO task (title, origin) VALUES ('no change context', 'system')");
                });

        while (unable.runOne()) {
            // Until nothing is due.
        }

        assertThat(replies.statuses()).containsExactly("failed", "sent");
    }

    @Test
    void aSendThatThrowsIsTriedAgainAndTheOthersOfTheBatchAreNotRepeated() {
        replies.queue(ANNA, "раз");
        replies.queue(BORIS, "два");
        channel.answer(message -> {
            if (message.to().equals(ANNA)) {
                throw new IllegalStateException("no such thing");
            }
            return new Delivery.Sent();
        });

        sendAll();
        assertThat(replies.statuses()).containsExactly("queued", "sent");

        node.clock().advance(Duration.ofSeconds(3));
        channel.answer(message -> new Delivery.Sent());
        sendAll();
        assertThat(replies.statuses()).containsExactly("sent", "sent");
        assertThat(channel.texts()).containsExactlyInAnyOrder("раз", "два", "раз");
    }

    @Test
    void whatWasSentWhileTheDatabaseWentAwayIsMarkedWhenItIsBack() {
        replies.queue(ANNA, "раз");
        channel.answer(message -> {
            node.database().sql().execute("ALTER TABLE message RENAME TO away");
            return new Delivery.Sent();
        });

        assertThatThrownBy(pump::runOne).hasMessageContaining("message");
        node.database().sql().execute("ALTER TABLE away RENAME TO message");
        node.clock().advance(Duration.ofSeconds(61));
        channel.answer(message -> new Delivery.Sent());
        sendAll();

        assertThat(channel.texts()).containsExactly("раз");
        assertThat(replies.statuses()).containsExactly("sent");
    }

    @Test
    void whatWasLeasedWhenTheConnectionBrokeDoesNotWaitForTheEndOfItsLease() {
        try (var wire = new BreakableWire(TestDatabase.fresh());
                var far = new TestNode(wire.address())) {
            var waiting = new QueuedReplies(far);
            waiting.queue(ANNA, "раз 🐾");
            var sender = waiting.pump(channel, "n1");

            wire.breakAtNextCommit();
            assertThatThrownBy(sender::runOne).isInstanceOf(DataAccessException.class);
            assertThat(waiting.statuses()).containsExactly("sending");
            QueuedReplies.sendAll(sender);

            assertThat(channel.texts()).containsExactly("раз 🐾");
            assertThat(waiting.statuses()).containsExactly("sent");
        }
    }

    private int sendAll() {
        return QueuedReplies.sendAll(pump);
    }
}
