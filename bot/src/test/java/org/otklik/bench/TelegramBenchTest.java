package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.store.TestPrograms;

/** The measurement itself, with a few chats. */
class TelegramBenchTest {
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @Test
    void allUpdatesAreHandledOnceAndAnsweredWithinTheLimits() throws IOException {
        var clock = Clock.systemUTC();
        try (var scratch = new Scratch();
                var telegram = BotApiServer.start(BotApiOptions.of(clock));
                var bot = new Bot(scratch.folder(), QUICK_START, TelegramBench.settings(telegram))) {
            TestPrograms.lendTo(bot.data());

            var found = new TelegramBench(bot, telegram, clock, new TelegramBench.Plan(60, 20), _ -> {}).run();

            // How many there are in a second is for the benchmark to say, on a machine that does nothing else.
            assertThat(found)
                    .filteredOn(measure -> !measure.unit().equals("1/s"))
                    .hasSize(10)
                    .allMatch(Measure::ok, "is as it should be");
        }
    }
}
