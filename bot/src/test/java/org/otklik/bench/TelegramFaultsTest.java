package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.faults.Fault;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.LocalPostgres;
import org.otklik.store.TestPrograms;

/** The whole product against a server that does everything wrong that Telegram can, and killed in between. */
class TelegramFaultsTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int PEOPLE = 20;
    private static final int ROUNDS = 2;

    /** A process that is killed soon has no use for what the second compiler makes. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final List<Fault> ANSWERS = List.of(
            new Fault.TooMany(2),
            Fault.internalError(),
            Fault.badGateway(),
            new Fault.Reset(),
            new Fault.Lost(),
            new Fault.Page(200, "<html>not the Bot API</html>"));

    private final BotApiServer telegram = BotApiServer.start(BotApiOptions.of(Clock.systemUTC()));
    private final Askers askers = new Askers(telegram, PEOPLE, 0);

    @Test
    void nothingIsLostOrDoneTwice() throws IOException {
        try (var scratch = new Scratch();
                telegram;
                var bot = new Bot(scratch.folder(), QUICK_START, settings())) {
            TestPrograms.lendTo(bot.data());
            for (int round = 0; round < ROUNDS; round++) {
                bot.start();
                soon(telegram.updates()::isPolled, bot);
                if (round == 0) {
                    // Once, since each is waited for until the product gives up.
                    spoil(round, new Fault.DoneAndHang());
                }
                for (var fault : ANSWERS) {
                    spoil(round, fault);
                }
                soon(() -> telegram.faults().left() == 0, bot);
                askers.ask(PEOPLE);
                bot.kill();
                soon(() -> !telegram.updates().isPolled(), bot);
            }
            askers.ask(PEOPLE);
            bot.start();
            soon(telegram.updates()::isPolled, bot);
            var address = LocalPostgres.attachOrStart(bot.data()).address();
            try (var filed = new Filed(address)) {
                soon(() -> filed.done() >= asked() && filed.unsent() == 0, bot);
            }
            soon(() -> telegram.updates().unconfirmed() == 0, bot);

            assertThat(verdict(address)).allMatch(Measure::ok, "is as it should be");
        }
    }

    /** People ask while an answer fails; one of the questions comes late, and an earlier one once more. */
    private void spoil(int round, Fault fault) {
        telegram.faults().next("getUpdates", fault);
        telegram.faults().next("sendMessage", fault);
        telegram.updates().holdNext(1);
        askers.ask(PEOPLE / 4);
        telegram.updates().release();
        telegram.updates().repeat(1 + round);
    }

    private int asked() {
        return askers.all().stream().mapToInt(asker -> asker.numbers().size()).sum();
    }

    private static void soon(BooleanSupplier condition, Bot bot) {
        assertThat(Deadline.in(SOON).meets(condition)).as(bot::lastWords).isTrue();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(TelegramBench.settings(telegram));
        settings.put("OTKLIK_CHANNELS_TELEGRAM_POLL", "PT1S");
        return settings;
    }

    private List<Measure> verdict(DatabaseAddress address) {
        var verdict = new Verdict(Ledger.read(address));
        var sent = Ledger.sent(address);
        for (var asker : askers.all()) {
            var known = asker.replies().stream()
                    .flatMap(name -> Stream.ofNullable(sent.get(name)))
                    .toList();
            assertThat(new HashSet<>(known)).as("numbers of replies").hasSameSizeAs(known);
            verdict.add(asker.numbers(), known);
        }
        return verdict.measures(asked(), 0);
    }
}
