package org.otklik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A minute of what {@code bench fuzz} does for longer. */
class FuzzTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final long SEED = 1;

    @TempDir
    private Path folder;

    static Stream<Class<?>> targets() {
        return FuzzBench.TARGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noTextIsFoundThatIsNotRead(Class<?> target) {
        var result = new Fuzzer(folder, SEED).run(target, TIME);

        assertThat(result.finding()).isEmpty();
        assertThat(result.executions()).isPositive();
    }
}
