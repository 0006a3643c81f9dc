package org.otklik.bench;

import static org.otklik.schema.Tables.MESSAGE;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.otklik.cli.Installation;
import org.otklik.config.SettingsReader;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.host.BotHost;
import org.otklik.host.Channels;
import org.otklik.i18n.Texts;
import org.otklik.store.Database;
import org.otklik.store.DatabaseAddress;

/**
 * How fast mails are fetched, read and filed: from the mailbox to the row in the inbox and the mark in the mailbox. The yardstick is
 * fetching the same mails and throwing them away.
 */
final class MailBench {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final double BYTES_PER_MIB = 1 << 20;
    /** What the database's pool and the models of a JVM that warms up may still add. */
    private static final int MOST_GROWTH_MIB = 32;

    private final DatabaseAddress address;
    private final Path folder;
    private final Plan plan;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param mails in all, shared out among the rounds */
    record Plan(int mails, int rounds) {
        private static final int WARM_UP = 1_000;

        /** The first round is for the JVM to warm up. */
        int of(int round) {
            return round == 0 ? Math.min(mails / rounds, WARM_UP) : mails / rounds;
        }

        int all() {
            return of(0) + rounds * of(1);
        }
    }

    MailBench(DatabaseAddress address, Path folder, Plan plan, Clock clock, Consumer<String> progress) {
        this.address = address;
        this.folder = folder;
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    List<Measure> run() {
        var filed = new ArrayList<Double>();
        var fetched = new ArrayList<Double>();
        var heap = new ArrayList<Double>();
        try (var mailbox = new BenchMailbox();
                var database = new Database(address, 4)) {
            progress.accept("filling the mailbox with %d mails".formatted(plan.all()));
            for (int round = 0; round <= plan.rounds(); round++) {
                mailbox.fill(folder(round), plan.of(round), clock.instant());
            }
            file(mailbox, database, 0);
            for (int round = 1; round <= plan.rounds(); round++) {
                heap.add(heap());
                fetched.add(plan.of(round) / fetch(mailbox, round));
                filed.add(plan.of(round) / file(mailbox, database, round));
                progress.accept("round %d of %d: %.0f mails a second, fetched alone %.0f"
                        .formatted(round, plan.rounds(), filed.getLast(), fetched.getLast()));
            }
            heap.add(heap());
            int stored = database.sql().fetchCount(MESSAGE);
            return List.of(
                    Measure.atLeast(
                            0, "mails read and filed", Latencies.median(filed), Latencies.median(fetched), "1/s"),
                    Measure.atLeast(1, "mails stored", stored, plan.all(), "mails"),
                    Measure.atMost(MOST_GROWTH_MIB, "growth of the heap", heap.getLast() - heap.getFirst(), "MiB"));
        }
    }

    private static String folder(int round) {
        return "round" + round;
    }

    /** @return the seconds that it takes */
    private static double fetch(BenchMailbox mailbox, int round) {
        long begin = System.nanoTime();
        mailbox.fetchAlone(folder(round));
        return (System.nanoTime() - begin) / 1e9;
    }

    /** @return the seconds that it takes */
    private double file(BenchMailbox mailbox, Database database, int round) {
        var environment = new HashMap<>(Map.of("OTKLIK_DATA", folder.toString()));
        environment.putAll(mailbox.settings(folder(round)));
        var configuration = new SettingsReader(environment, folder, Channels.settings()).read();
        var vertx = Vertx.vertx();
        var hints = new Hints(vertx.eventBus());
        var surroundings = new BotHost.Surroundings(
                vertx,
                Router.router(vertx),
                new Texts(),
                clock,
                "bench",
                Installation.organization(configuration.settings()));
        try (var channels =
                Channels.open(configuration, database, new Inbox(database, clock, hints), hints, surroundings)) {
            long begin = System.nanoTime();
            channels.start();
            if (!Deadline.in(PATIENCE).meets(() -> mailbox.read(folder(round)) == plan.of(round))) {
                throw new IllegalStateException("not all mails were filed in " + PATIENCE.toMinutes() + " minutes");
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** In MiB, what a full collection leaves. */
    private static double heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MIB;
    }
}
