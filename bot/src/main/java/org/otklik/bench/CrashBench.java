package org.otklik.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.otklik.store.LocalPostgres;

/**
 * Kills the product again and again while people talk to it, and then looks whether anything was lost, done twice or put out of
 * order.
 */
final class CrashBench {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_SECONDS = 5;

    /** One start in so many is killed before it is through. */
    private static final int EARLY = 5;

    private final Bot bot;
    private final Plan plan;
    private final RandomGenerator random;
    private final Consumer<String> progress;

    /** What is done to it. */
    record Plan(int kills, int conversations, int perSecond, Duration longestLife) {}

    /** @param progress is told how far it is */
    CrashBench(Bot bot, Plan plan, RandomGenerator random, Consumer<String> progress) {
        this.bot = bot;
        this.plan = plan;
        this.random = random;
        this.progress = progress;
    }

    /** Limits of the web chat that so many visitors from one address stay within. */
    static Map<String, String> openDoors() {
        return Map.of(
                "OTKLIK_CHANNELS_WEBCHAT_MESSAGES_PER_MINUTE", "6000",
                "OTKLIK_CHANNELS_WEBCHAT_MESSAGE_BURST", "6000",
                "OTKLIK_CHANNELS_WEBCHAT_MESSAGES_PER_MINUTE_PER_ADDRESS", "600000",
                "OTKLIK_CHANNELS_WEBCHAT_SESSIONS_PER_MINUTE_PER_ADDRESS", "600000",
                "OTKLIK_CHANNELS_WEBCHAT_HELLOS_PER_MINUTE_PER_ADDRESS", "600000",
                "OTKLIK_CHANNELS_WEBCHAT_CONNECTIONS_PER_ADDRESS", "60000");
    }

    List<Measure> run() {
        var restarts = new ArrayList<Double>();
        try (var talkers = Talkers.asking(plan.conversations(), bot.port())) {
            bot.start();
            talkers.start(plan.perSecond());
            within(PATIENCE, talkers.nextReply());
            for (int kill = 1; kill <= plan.kills(); kill++) {
                pause(plan.longestLife());
                bot.kill();
                long begin = System.nanoTime();
                var reply = talkers.nextReply();
                bot.start();
                if (kill % EARLY == 0) {
                    pause(Duration.ofSeconds(1));
                } else {
                    restarts.add((within(PATIENCE, reply) - begin) / 1e9);
                    progress.accept("kill %d of %d: the first reply after %.1f s"
                            .formatted(kill, plan.kills(), restarts.getLast()));
                }
            }
            talkers.fallSilent();
            // What does not come in time is in the verdict.
            var _ = Deadline.in(PATIENCE).meets(talkers::areDone);
            var found = new ArrayList<>(Verdict.of(
                    talkers, Ledger.read(LocalPostgres.attachOrStart(bot.data()).address())));
            progress.accept("replies that came twice: " + talkers.sum(Talker::repeated));
            found.add(Measure.atMost(MOST_SECONDS, "restart to first reply, median", Latencies.median(restarts), "s"));
            found.add(Measure.atMost(MOST_SECONDS, "restart to first reply, longest", Collections.max(restarts), "s"));
            return found;
        }
    }

    private void pause(Duration longest) {
        LockSupport.parkNanos(random.nextLong(longest.toNanos()));
    }

    private long within(Duration patience, CompletableFuture<Long> awaited) {
        try {
            return awaited.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(
                    "no reply in " + patience.toSeconds() + " s; the bot:\n" + bot.lastWords(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
