package org.otklik.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks for texts that are not read as they should be, with one target after the other. */
final class FuzzBench {
    static final List<Class<?>> TARGETS = List.of(FuzzUnderstanding.class, FuzzEntities.class, FuzzLetters.class);

    private final Fuzzer fuzzer;
    private final Duration time;
    private final Consumer<String> progress;

    /** @param time for all targets together */
    FuzzBench(Path folder, Duration time, long seed, Consumer<String> progress) {
        this.fuzzer = new Fuzzer(folder, seed);
        this.time = time;
        this.progress = progress;
    }

    List<Measure> run() {
        var measures = new ArrayList<Measure>();
        for (var target : TARGETS) {
            progress.accept("fuzzing with " + target.getSimpleName());
            var result = fuzzer.run(target, time.dividedBy(TARGETS.size()));
            result.finding().ifPresent(progress);
            progress.accept("slowest: " + result.slowest());
            var name = result.target();
            measures.add(Measure.atMost(0, name + ", findings", result.finding().isPresent() ? 1 : 0, ""));
            measures.add(Measure.atLeast(0, name + ", executions", (double) result.executions(), 0, ""));
            measures.add(Measure.atLeast(0, name + ", slowest input", (double) result.slowestMillis(), 0, "ms"));
        }
        return measures;
    }
}
