package org.otklik.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How much memory the product needs while many visitors have their chat open and say nothing. */
final class SocketsBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 100;

    /** The ports of one address are enough for that many. */
    private static final int PER_SOURCE = 5_000;

    private final Bot bot;
    private final int count;
    private final int heapMebibytes;
    private final Consumer<String> progress;

    /** @param heapMebibytes as much as the bot was given */
    SocketsBench(Bot bot, int count, int heapMebibytes, Consumer<String> progress) {
        this.bot = bot;
        this.count = count;
        this.heapMebibytes = heapMebibytes;
        this.progress = progress;
    }

    List<Measure> run() {
        bot.start();
        var vertx = Vertx.vertx();
        var talkers = new ArrayList<Talker>();
        try {
            while (talkers.size() < count && open(talkers) == talkers.size()) {
                connectMore(vertx, talkers);
            }
            int open = open(talkers);
            if (open < count) {
                progress.accept("no more sockets open; `ulimit -n` has to allow %d. The bot:\n%s"
                        .formatted(count + AT_ONCE, bot.lastWords()));
            }
            return List.of(
                    Measure.atLeast(1, "sockets open", open, count, "sockets"),
                    Measure.atMost(heapMebibytes, "heap after collection", LiveHeap.of(bot.pid()), "MiB"));
        } finally {
            talkers.forEach(Talker::leave);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void connectMore(Vertx vertx, List<Talker> talkers) {
        var sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setLocalAddress("127.0.0." + (talkers.size() / PER_SOURCE + 2))
                .setMaxConnections(AT_ONCE));
        var more = new ArrayList<Talker>();
        for (int i = 0; i < Math.min(AT_ONCE, count - talkers.size()); i++) {
            more.add(new Talker(vertx, sockets, bot.port()));
        }
        more.forEach(Talker::connect);
        talkers.addAll(more);
        boolean connected = Deadline.in(PATIENCE).meets(() -> open(more) == more.size());
        if (connected && talkers.size() % (10 * AT_ONCE) == 0) {
            progress.accept(talkers.size() + " sockets");
        }
    }

    private static int open(List<Talker> talkers) {
        return (int) talkers.stream().filter(Talker::isConnected).count();
    }
}
