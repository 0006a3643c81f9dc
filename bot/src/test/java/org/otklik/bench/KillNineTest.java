package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.store.TestPrograms;

class KillNineTest {
    private static final CrashBench.Plan THREE_KILLS = new CrashBench.Plan(3, 10, 20, Duration.ofSeconds(2));

    /** A process that is killed soon has no use for what the second compiler makes. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    @Test
    void aBotThatIsKilledLosesNothingAndDoesNothingTwice() throws IOException {
        TestPrograms.lendTo(folder.resolve("data"));
        List<Measure> found;
        try (var bot = new Bot(folder, QUICK_START, CrashBench.openDoors())) {
            found = new CrashBench(bot, THREE_KILLS, new Random(9), progress -> {}).run();
        }

        // How long a restart takes is for the benchmark to say, on a machine that does nothing else.
        assertThat(found)
                .filteredOn(measure -> !measure.unit().equals("s"))
                .hasSize(7)
                .allMatch(Measure::ok, "is as it should be");
    }
}
