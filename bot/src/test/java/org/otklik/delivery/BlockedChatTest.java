package org.otklik.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.delivery.QueuedReplies.ANNA;
import static org.otklik.delivery.QueuedReplies.BORIS;
import static org.otklik.delivery.QueuedReplies.sendAll;
import static org.otklik.schema.Tables.CONVERSATION;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.channels.Delivery;
import org.otklik.channels.InboundMessage;
import org.otklik.conversation.TestNode;

class BlockedChatTest {
    private static final Delivery BLOCKED = new Delivery.Blocked("Forbidden: bot was blocked by the user");

    private final TestNode node = new TestNode();
    private final QueuedReplies replies = new QueuedReplies(node);
    private final RecordingChannel channel = RecordingChannel.reachingAnybody();
    private final OutboxPump pump = replies.pump(channel, "n1");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatWaitsBehindAMessageThatIsNotTakenDoesNotGoOut() {
        replies.queue(ANNA, "раз");
        replies.queue(ANNA, "два 🌿");
        replies.queue(BORIS, "три");
        channel.answer(message -> message.to().equals(ANNA) ? BLOCKED : new Delivery.Sent());

        sendAll(pump);

        assertThat(channel.texts()).containsExactlyInAnyOrder("раз", "три");
        assertThat(replies.statuses()).containsExactly("failed", "failed", "sent");
        assertThat(replies.reports()).isEmpty();
        assertThat(blockedAt()).isEqualTo(node.clock().instant());
    }

    @Test
    void whoHasWrittenWhileItWasOnItsWayIsTriedOnceMore() {
        long id = replies.queue(ANNA, "раз");
        channel.answer(message -> {
            node.clock().advance(Duration.ofMillis(10));
            node.inbox()
                    .accept(InboundMessage.text(
                            ANNA, "m-1", "я вернулась", node.clock().instant(), Buffer.buffer()));
            return BLOCKED;
        });

        sendAll(pump);

        assertThat(replies.message(id).getStatus()).isEqualTo("queued");
        assertThat(blockedAt()).isNull();

        channel.answer(message -> BLOCKED);
        node.clock().advance(Duration.ofHours(2));
        sendAll(pump);

        assertThat(replies.message(id).getStatus()).isEqualTo("failed");
    }

    private @Nullable Instant blockedAt() {
        return node.database()
                .sql()
                .select(CONVERSATION.BLOCKED_AT)
                .from(CONVERSATION)
                .where(CONVERSATION.ADDRESS.eq(ANNA.value()))
                .fetchSingle(CONVERSATION.BLOCKED_AT);
    }
}
