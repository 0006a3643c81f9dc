package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.ForeignPostgres;

class PostgresAwayTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int VISITORS = 10;

    /** A process that ends soon has no use for what the second compiler makes. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    @Test
    void aBotWhoseDatabaseWasAwayGoesOnByItselfAndLosesNothing() throws IOException {
        try (var postgres = ForeignPostgres.start(folder.resolve("server"));
                var bot = new Bot(folder, QUICK_START, settings(postgres.address()));
                var talkers = Talkers.asking(VISITORS, bot.port())) {
            bot.start();
            talkers.start(20);
            assertThat(talkers.nextReply()).succeedsWithin(SOON);

            postgres.stop();
            // Each visitor has been put off twice, so the workers have polled in vain for some seconds.
            assertThat(Deadline.in(SOON)
                            .meets(() -> talkers.all().stream().allMatch(talker -> talker.postponed() >= 2)))
                    .isTrue();
            postgres.startAgain();
            assertThat(talkers.nextReply()).succeedsWithin(SOON);
            talkers.fallSilent();

            assertThat(Deadline.in(SOON).meets(talkers::areDone)).isTrue();
            assertThat(Verdict.of(talkers, Ledger.read(postgres.address())))
                    .allMatch(Measure::ok, "is as it should be");
        }
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        var settings = new HashMap<>(CrashBench.openDoors());
        settings.put("OTKLIK_DATABASE_URL", address.url());
        settings.put("OTKLIK_DATABASE_USER", address.user());
        settings.put("OTKLIK_DATABASE_PASSWORD", address.password());
        return settings;
    }
}
