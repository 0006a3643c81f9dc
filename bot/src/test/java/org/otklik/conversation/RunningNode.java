package org.otklik.conversation;

import java.util.Random;
import org.otklik.delivery.OutboxPump;
import org.otklik.delivery.RecordingChannel;

/** A node whose turns and sends run by themselves, as they do in the product. */
final class RunningNode implements AutoCloseable {
    private final TestNode node;
    private final RecordingChannel channel = RecordingChannel.reachingAnybody();
    private final Workers turns;
    private final Workers sends;

    private RunningNode(TestNode node, TurnHandler handler) {
        this.node = node;
        var pump = new OutboxPump(
                node.database(), channel, "webchat", "n1", node.clock(), new Random(7), (sql, id, reason, at) -> {});
        this.turns = new Workers("turns", 4, node.runner(handler)::runOne);
        this.sends = new Workers("outbox-webchat", 2, pump::runOne);
        turns.start();
        sends.start();
    }

    static RunningNode withHints(TestNode node, TurnHandler handler) {
        var running = withoutHints(node, handler);
        node.hints().onReceived(running.turns::wake);
        node.hints().onQueued(running.sends::wake);
        return running;
    }

    /** Only its polls tell it that there is something to do. */
    static RunningNode withoutHints(TestNode node, TurnHandler handler) {
        return new RunningNode(node, handler);
    }

    RecordingChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        turns.close();
        sends.close();
        node.close();
    }
}
