package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.MESSAGE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.channels.Accepted;
import org.otklik.store.StoppablePostgres;

class OutageTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int AFTERWARDS = 20;

    private final Visitor anna = Visitor.named("anna");
    private final AtomicBoolean isOver = new AtomicBoolean();

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatGoesAwayAndComesBackLosesNothing() throws Exception {
        var handler = new ScriptedHandler();
        try (var postgres = StoppablePostgres.start(folder.resolve("data"))) {
            var node = new TestNode(postgres.address());
            try (var running = RunningNode.withHints(node, handler)) {
                var writing = Aside.run(() -> write(node.inbox()));
                await().atMost(SOON).until(() -> handler.begun().size() > 10);

                postgres.stop();
                postgres.awaitStarted();
                isOver.set(true);

                assertThat(writing).succeedsWithin(SOON);
                int messages = writing.get();
                await().atMost(SOON).ignoreExceptions().until(() -> {
                    // For what waits for its next try, or was leased by a transaction whose end nobody heard of.
                    node.clock().advance(Duration.ofSeconds(5));
                    return sent(node) == messages;
                });

                assertThat(node.messages("in"))
                        .extracting(MESSAGE.STATUS::get)
                        .hasSize(messages)
                        .containsOnly("handled");
                assertThat(node.messages("out")).extracting(MESSAGE.BODY::get).isEqualTo(replies(messages));
                // A message may go out twice, when its mark was lost; never out of order, and never not at all.
                var received = new LinkedHashSet<String>();
                running.channel().messages().forEach(message -> received.add(message.text()));
                assertThat(List.copyOf(received)).isEqualTo(replies(messages));
            }
        }
    }

    /** As a channel does: what could not be stored is brought again. Goes on until some while after the outage. */
    private int write(Inbox inbox) {
        int stored = 0;
        for (int afterwards = 0; afterwards < AFTERWARDS; stored++) {
            var message = anna.says("сообщение " + stored);
            var accepted = inbox.accept(message);
            while (accepted == Accepted.UNAVAILABLE) {
                accepted = inbox.accept(message);
            }
            afterwards += isOver.get() ? 1 : 0;
        }
        return stored;
    }

    private static int sent(TestNode node) {
        return node.database().sql().fetchCount(MESSAGE, MESSAGE.STATUS.eq("sent"));
    }

    private static List<String> replies(int messages) {
        return IntStream.range(0, messages).mapToObj(i -> "re: сообщение " + i).toList();
    }
}
