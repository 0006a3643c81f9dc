package org.otklik.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.otklik.conversation.TurnHandler;
import org.otklik.store.DatabaseAddress;

/**
 * How many messages are answered in a second, beside how many commits the same server does in a second at the same number of
 * clients; and how long a reply takes when half as many messages come.
 *
 * <p>A turn counts from the moment when a channel has a message to the moment when the reply is committed to the outbox.
 */
final class TurnsBench {
    private static final int CONVERSATIONS_PER_CLIENT = 8;
    private static final int VISITORS = 400;
    private static final double MOST_MILLIS = 50;

    /** Until each connection has planned its statements, which a service that runs has done long ago. Not counted in the times. */
    private static final Duration LEAD_IN = Duration.ofSeconds(2);

    /** A turn is at least two commits, and does more than count. */
    private static final double ENOUGH = 0.25;

    private final DatabaseAddress address;
    private final TurnHandler handler;
    private final Pgbench pgbench;
    private final Plan plan;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Dialogues dialogues = new Dialogues();

    /** How much is measured. */
    record Plan(int clients, int poolSize, int rounds, Duration warmUp, Duration round) {}

    /** @param pgbench on another database of the same server */
    TurnsBench(
            DatabaseAddress address,
            TurnHandler handler,
            Pgbench pgbench,
            Plan plan,
            Clock clock,
            Consumer<String> progress) {
        this.address = address;
        this.handler = handler;
        this.pgbench = pgbench;
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    private record Round(
            double perSecond,
            Latencies latencies,
            double commitsPerTurn,
            double statementsPerTurn,
            double ownMillis,
            double serverMillis) {
        double halfWithin() {
            return latencies.percentile(50);
        }

        double mostWithin() {
            return latencies.percentile(99);
        }
    }

    List<Measure> run() {
        var full = new Load.Unbounded(plan.clients(), CONVERSATIONS_PER_CLIENT);
        progress.accept("warming up for " + plan.warmUp().toSeconds() + " s");
        round(full, plan.warmUp());
        var commits = new ArrayList<Double>();
        var rounds = new ArrayList<Round>();
        for (int i = 1; i <= plan.rounds(); i++) {
            commits.add(pgbench.commitsPerSecond(plan.clients(), plan.round()));
            rounds.add(round(full, plan.round()));
            progress.accept(
                    "round %d: pgbench %.0f commits/s, Otklik %.0f turns/s, each %.2f ms of processor and %.2f ms of the database's"
                            .formatted(
                                    i,
                                    commits.getLast(),
                                    rounds.getLast().perSecond(),
                                    rounds.getLast().ownMillis(),
                                    rounds.getLast().serverMillis()));
        }
        double most = median(rounds, Round::perSecond);
        var calm = new ArrayList<Round>();
        for (int i = 1; i <= plan.rounds(); i++) {
            calm.add(round(new Load.Steady(most / 2, VISITORS), plan.round()));
            progress.accept("half rate, round %d: p50 %.1f ms, p99 %.1f ms"
                    .formatted(i, calm.getLast().halfWithin(), calm.getLast().mostWithin()));
        }
        return List.of(
                whole(Measure.atLeast(ENOUGH, "turns", most, Latencies.median(commits), "1/s"), rounds),
                whole(Measure.atMost(MOST_MILLIS, "reply at half rate", median(calm, Round::mostWithin), "ms"), calm));
    }

    private static Measure whole(Measure measure, List<Round> rounds) {
        return measure.replying(median(rounds, Round::halfWithin), median(rounds, Round::mostWithin))
                .perTurn(median(rounds, Round::commitsPerTurn), median(rounds, Round::statementsPerTurn));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Latencies.median(rounds.stream().map(value::applyAsDouble).toList());
    }

    private Round round(Load load, Duration time) {
        long commitsBefore = commits();
        var crowd = new Crowd(dialogues, clock);
        int early;
        List<Duration> replies;
        double statements;
        double own;
        double server;
        double seconds;
        try (var core = new TurnCore(address, plan.poolSize(), handler, clock, crowd::answered)) {
            early = load.run(core, crowd, LEAD_IN).size();
            double ownBefore = ownMillis();
            double serverBefore = ProcessorTime.of(address);
            long begin = System.nanoTime();
            replies = load.run(core, crowd, time);
            seconds = (System.nanoTime() - begin) / 1e9;
            own = ownMillis() - ownBefore;
            server = ProcessorTime.of(address) - serverBefore;
            statements = core.statements();
        }
        int counted = replies.size();
        int all = early + counted;
        return new Round(
                counted / seconds,
                new Latencies(replies),
                (commits() - commitsBefore) / (double) all,
                statements / all,
                own / counted,
                server / counted);
    }

    /** Its clients and its compiler included. */
    private static double ownMillis() {
        return ProcessorTime.of(ProcessHandle.current());
    }

    /** All commits of the database so far. Connections report theirs when they end at the latest, so it waits for that. */
    private long commits() {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery("""
                        SELECT xact_commit,
                            (SELECT count(*) FROM pg_stat_activity other WHERE other.datid = mine.datid AND pid <> pg_backend_pid())
                        FROM pg_stat_database mine WHERE datname = current_database()""")) {
                    row.next();
                    if (row.getLong(2) == 0) {
                        return row.getLong(1);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server's statistics can't be read", e);
        }
    }
}
