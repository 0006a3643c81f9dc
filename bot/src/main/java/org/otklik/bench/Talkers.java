package org.otklik.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Visitors who say something in turn, all together so many times in a second, whether or not the bot is there. */
final class Talkers implements AutoCloseable {
    private static final int MAX_MESSAGE = 1 << 23;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> lines;
    private final List<Talker> all;
    private long timer;
    private int said;

    /** @param lines what they say, over and over; {@code {0}} stands for the number of what is said */
    Talkers(List<String> lines, int conversations, int port) {
        this.lines = List.copyOf(lines);
        var sockets = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(MAX_MESSAGE).setMaxMessageSize(MAX_MESSAGE));
        all = Stream.generate(() -> new Talker(vertx, sockets, port))
                .limit(conversations)
                .toList();
    }

    /** Who ask questions, no two of which are the same. */
    static Talkers asking(int conversations, int port) {
        return new Talkers(Resource.read("questions.txt").lines().toList(), conversations, port);
    }

    void start(int perSecond) {
        all.forEach(Talker::connect);
        timer = vertx.setPeriodic(1_000 / perSecond, tick -> sayOne());
    }

    private void sayOne() {
        int number = said++;
        var text = lines.get(number % lines.size()).replace("{0}", String.valueOf(number));
        all.get(number % all.size()).say(new Talker.Line(number, text));
    }

    /** Nobody says anything new. */
    void fallSilent() {
        vertx.cancelTimer(timer);
    }

    /** The moment, on the scale of {@link System#nanoTime}, of the next reply that a bot makes. */
    CompletableFuture<Long> nextReply() {
        var reply = new CompletableFuture<Long>();
        all.forEach(talker -> talker.watch(reply));
        return reply;
    }

    List<Talker> all() {
        return all;
    }

    boolean areDone() {
        return all.stream().allMatch(Talker::isDone);
    }

    int sum(ToIntFunction<Talker> count) {
        return all.stream().mapToInt(count).sum();
    }

    @Override
    public void close() {
        all.forEach(Talker::leave);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
