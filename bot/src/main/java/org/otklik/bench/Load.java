package org.otklik.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A way in which messages come. */
sealed interface Load {
    Duration PATIENCE = Duration.ofSeconds(60);

    /** Loads a core for some time, and waits until everything is answered. */
    List<Duration> run(TurnCore core, Crowd crowd, Duration time);

    /**
     * As fast as they are taken. Each client hands in one message after the other, from several conversations in turn: it takes
     * the next conversation while the reply of the one before is being written.
     */
    record Unbounded(int clients, int conversations) implements Load {
        @Override
        public List<Duration> run(TurnCore core, Crowd crowd, Duration time) {
            long end = System.nanoTime() + time.toNanos();
            return together(clients, client -> {
                var replies = new ArrayList<CompletableFuture<Duration>>();
                var visitors = IntStream.range(0, conversations)
                        .mapToObj(i -> crowd.newcomer())
                        .toArray(Visitor[]::new);
                for (int i = 0; System.nanoTime() < end; i = (i + 1) % conversations) {
                    reply(visitors[i].last());
                    visitors[i] = crowd.next(visitors[i]);
                    replies.add(crowd.say(visitors[i], System.nanoTime(), core::accept));
                }
                return replies;
            });
        }
    }

    /** When they come, whether or not the earlier ones are answered; so many in a second, evenly from all visitors. */
    record Steady(double perSecond, int visitors) implements Load {
        @Override
        public List<Duration> run(TurnCore core, Crowd crowd, Duration time) {
            long begin = System.nanoTime();
            double pause = 1e9 / perSecond;
            return together(visitors, number -> {
                var replies = new ArrayList<CompletableFuture<Duration>>();
                var visitor = crowd.newcomer();
                for (double due = number * pause; due < time.toNanos(); due += visitors * pause) {
                    waitUntil(begin + (long) due);
                    visitor = crowd.next(visitor);
                    replies.add(crowd.say(visitor, begin + (long) due, core::accept));
                }
                return replies;
            });
        }
    }

    /** What one of several does: hands in messages. */
    interface Part {
        List<CompletableFuture<Duration>> run(int number);
    }

    private static List<Duration> together(int parts, Part part) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, parts)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> part.run(number), threads))
                    .toList()
                    .stream()
                    .flatMap(running -> running.join().stream())
                    .map(Load::reply)
                    .toList();
        }
    }

    private static Duration reply(CompletableFuture<Duration> awaited) {
        return awaited.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
