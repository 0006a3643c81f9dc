package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Accepted;

/** Many people write at the same time, and everything that is between their message and the reply runs. */
class ConversationTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int MESSAGES = 50;

    private final List<Visitor> visitors =
            IntStream.range(0, 20).mapToObj(i -> Visitor.named("гость-" + i)).toList();

    @Test
    void everyMessageIsAnsweredOnceAndInOrder() throws Exception {
        var node = new TestNode();
        var handler = countingInTheState();
        try (var running = RunningNode.withHints(node, handler)) {
            everybodyWrites(node);
            expectEverythingOnceAndInOrder(node, running, handler);
        }
    }

    @Test
    void everyMessageIsAnsweredOnceAndInOrderWhenEveryHintIsLost() throws Exception {
        var node = new TestNode();
        var handler = countingInTheState();
        try (var running = RunningNode.withoutHints(node, handler)) {
            everybodyWrites(node);
            expectEverythingOnceAndInOrder(node, running, handler);
        }
    }

    private static ScriptedHandler countingInTheState() {
        var handler = new ScriptedHandler();
        handler.onHandle(turn -> turn.state(turn.state().missing(turn.state().misses() + 1)));
        return handler;
    }

    /** All at the same time; each in order, and with a redelivery now and then. */
    private void everybodyWrites(TestNode node) throws InterruptedException {
        var writing = visitors.stream()
                .<Callable<Integer>>map(visitor -> () -> write(node, visitor))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(writing)).extracting(Future::get).containsOnly(MESSAGES);
        }
    }

    private static int write(TestNode node, Visitor visitor) {
        int stored = 0;
        for (int i = 0; i < MESSAGES; i++) {
            var message = visitor.says(text(visitor, i));
            stored += node.inbox().accept(message) == Accepted.STORED ? 1 : 0;
            if (i % 7 == 0) {
                assertThat(node.inbox().accept(message)).isEqualTo(Accepted.DUPLICATE);
            }
        }
        return stored;
    }

    private static String text(Visitor visitor, int number) {
        return visitor.address().value() + ": сообщение " + number + " 🐾";
    }

    private void expectEverythingOnceAndInOrder(TestNode node, RunningNode running, ScriptedHandler handler) {
        await().atMost(SOON)
                .until(() -> node.database().sql().fetchCount(MESSAGE, MESSAGE.STATUS.eq("sent"))
                        == visitors.size() * MESSAGES);

        for (var visitor : visitors) {
            var said =
                    IntStream.range(0, MESSAGES).mapToObj(i -> text(visitor, i)).toList();
            assertThat(handler.begun())
                    .filteredOn(text -> text.startsWith(visitor.address().value() + ":"))
                    .isEqualTo(said);
            assertThat(running.channel().messages())
                    .filteredOn(message -> message.to().equals(visitor.address()))
                    .extracting(message -> message.text())
                    .isEqualTo(said.stream().map(text -> "re: " + text).toList());
        }
        assertThat(node.database().sql().fetchValues(CONVERSATION.STATE))
                .hasSize(visitors.size())
                .extracting(state -> Json.read(state, ConversationState.class).misses())
                .containsOnly(MESSAGES);
    }
}
