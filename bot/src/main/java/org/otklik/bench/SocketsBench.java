package org.otklik.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How much memory the product needs while many visitors have their chat open and say nothing. */
final class SocketsBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 100;

    /** The ports of one address are enough for that many. */
    private static final int PER_SOURCE = 5_000;

    /** The last line of {@code GC.class_histogram}, which counts what a full collection has left, whichever the collector. */
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private static final double BYTES_PER_MIB = 1 << 20;

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
                    Measure.atMost(heapMebibytes, "heap after collection", heap(), "MiB"));
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

    /** In MiB, after a full collection. */
    private double heap() {
        var told = jcmd("GC.class_histogram");
        var live = LIVE.matcher(told);
        if (!live.find()) {
            throw new IllegalStateException("the JVM does not tell its heap: " + told);
        }
        return Long.parseLong(live.group(1)) / BYTES_PER_MIB;
    }

    private String jcmd(String command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(program, String.valueOf(bot.pid()), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
