package org.otklik.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.LocalPostgres;

/**
 * How many updates the product takes from Telegram in a second: from the update to its row in the database, with its turn run. Telegram takes
 * only so many replies in a second, so these are counted apart. Beside it, in the same run, how many updates a bot fetches that does
 * nothing else.
 */
final class TelegramBench {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int MOST_REPLIES = 30;

    /** Of what Telegram takes. A bot has to keep a little below, since it does not see when its messages arrive. */
    private static final double ENOUGH_REPLIES = 0.8;

    private final Bot bot;
    private final BotApiServer telegram;
    private final Clock clock;
    private final Plan plan;
    private final Consumer<String> progress;

    /**
     * How much is measured.
     *
     * @param updates from all chats together; a tenth of them comes before, from other chats, for the JVM to warm up
     */
    record Plan(int updates, int chats) {
        Plan early() {
            return new Plan(updates / 10, Math.max(1, chats / 10));
        }
    }

    /** @param bot with the {@link #settings} that lead to the stand-in */
    TelegramBench(Bot bot, BotApiServer telegram, Clock clock, Plan plan, Consumer<String> progress) {
        this.bot = bot;
        this.telegram = telegram;
        this.clock = clock;
        this.plan = plan;
        this.progress = progress;
    }

    /** The settings of a product that takes a stand-in for Telegram. */
    static Map<String, String> settings(BotApiServer telegram) {
        return Map.of(
                "OTKLIK_CHANNELS_TELEGRAM_TOKEN", telegram.token(),
                "OTKLIK_CHANNELS_TELEGRAM_API_URL", telegram.url());
    }

    List<Measure> run() {
        // The first time is for the JVM to warm up.
        var _ = fetchedAlone();
        double fetched = fetchedAlone();
        progress.accept("fetched and acknowledged alone: %.0f updates/s".formatted(fetched));
        bot.start();
        if (!Deadline.in(START).meets(telegram.updates()::isPolled)) {
            throw new IllegalStateException("Otklik does not ask for updates:\n" + bot.lastWords());
        }
        var address = LocalPostgres.attachOrStart(bot.data()).address();
        var early = new Askers(telegram, plan.early().chats(), 0);
        var askers = new Askers(telegram, plan.chats(), plan.early().updates());
        try (var filed = new Filed(address)) {
            progress.accept("warming up with %d updates".formatted(plan.early().updates()));
            long newest = filed.newest();
            early.ask(plan.early().updates());
            settle(filed, newest, plan.early().updates());
            drain(filed);
            progress.accept("%d updates from %d chats".formatted(plan.updates(), plan.chats()));
            var found = new ArrayList<>(measured(askers, filed, address, fetched));
            found.addAll(verdict(List.of(early, askers), address));
            return found;
        }
    }

    /** The updates are the same, and the server is like the other. */
    private double fetchedAlone() {
        try (var other = BotApiServer.start(BotApiOptions.of(clock))) {
            new Askers(other, plan.chats(), 0).ask(plan.updates());
            var client = new PlainBotClient(other);
            long begin = System.nanoTime();
            return client.fetchAll() / seconds(begin);
        }
    }

    private List<Measure> measured(Askers askers, Filed filed, DatabaseAddress address, double fetched) {
        var product = ProcessHandle.of(bot.pid()).orElseThrow();
        double ownBefore = ProcessorTime.of(product);
        double serverBefore = ProcessorTime.of(address);
        long newest = filed.newest();
        long begin = System.nanoTime();
        askers.ask(plan.updates());
        settle(filed, newest, plan.updates());
        double handled = plan.updates() / seconds(begin);
        progress.accept("%.0f updates/s, each %.2f ms of processor and %.2f ms of the database's, replies included"
                .formatted(
                        handled,
                        (ProcessorTime.of(product) - ownBefore) / plan.updates(),
                        (ProcessorTime.of(address) - serverBefore) / plan.updates()));
        drain(filed);
        double replied = askers.replies() / seconds(begin);
        return List.of(
                Measure.atLeast(0, "updates stored and handled", handled, fetched, "1/s"),
                Measure.atLeast(ENOUGH_REPLIES, "replies sent", replied, MOST_REPLIES, "1/s"),
                Measure.atMost(
                        0, "messages above a limit", telegram.violations().size(), ""));
    }

    private void settle(Filed filed, long newest, int updates) {
        if (!Deadline.in(PATIENCE).meets(() -> filed.settled(newest) >= updates, TICK)) {
            throw new IllegalStateException("not all updates were handled in %d minutes; the bot:%n%s"
                    .formatted(PATIENCE.toMinutes(), bot.lastWords()));
        }
    }

    private void drain(Filed filed) {
        if (!Deadline.in(PATIENCE).meets(() -> filed.unsent() == 0, TICK)) {
            throw new IllegalStateException("the replies are not sent; the bot:\n" + bot.lastWords());
        }
    }

    private List<Measure> verdict(List<Askers> all, DatabaseAddress address) {
        var verdict = new Verdict(Ledger.read(address));
        var sent = Ledger.sent(address);
        int asked = 0;
        int repeated = 0;
        for (var asker : all.stream().flatMap(it -> it.all().stream()).toList()) {
            var replies = asker.replies();
            var known = replies.stream()
                    .flatMap(name -> Stream.ofNullable(sent.get(name)))
                    .toList();
            asked += asker.numbers().size();
            repeated += replies.size() - new HashSet<>(known).size();
            verdict.add(asker.numbers(), known);
        }
        var found = new ArrayList<>(verdict.measures(asked, 0));
        found.add(Measure.atMost(0, "replies sent more than once", repeated, ""));
        found.add(
                Measure.atMost(0, "updates not acknowledged", telegram.updates().unconfirmed(), ""));
        return found;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
