package org.otklik.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.otklik.i18n.Language;
import org.otklik.nlp.NluModels;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understander;

/**
 * How long bad texts take: each kind in 100 kB, in a tenth of it, and in the longest message that is read to its end. What is linear
 * takes ten times as long for ten times the text, or less.
 */
final class UnderstandingBench {
    private static final int LONG = 100_000;
    private static final int TENTH = LONG / 10;
    /** The longest message that is read to its end. */
    private static final int READ_WHOLE = 4_000;

    private static final double LIMIT_MILLIS = 50;
    /** Ten times as long, and half as much again for what the machine does besides. */
    private static final double LINEAR = 15;
    /** Below this a ratio would be one of measuring errors. */
    private static final double LEAST_MILLIS = 1;

    private static final Instant SENT_AT = Instant.parse("2026-05-20T11:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String REGION = "RU";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Understander understander = new Understander(NluModels.load(), new EntityRecognizer(), ZONE, REGION);
    private final int rounds;
    private final Consumer<String> progress;

    UnderstandingBench(int rounds, Consumer<String> progress) {
        this.rounds = rounds;
        this.progress = progress;
    }

    List<Measure> run() {
        var texts = new BadTexts();
        var measures = new ArrayList<Measure>();
        progress.accept("warming up");
        texts.ofLength(TENTH).forEach(bad -> median(bad.text()));
        var messages = texts.ofLength(READ_WHOLE);
        var tenths = texts.ofLength(TENTH);
        var wholes = texts.ofLength(LONG);
        for (int at = 0; at < wholes.size(); at++) {
            var name = wholes.get(at).name();
            double message = median(messages.get(at).text());
            double tenth = median(tenths.get(at).text());
            double whole = median(wholes.get(at).text());
            progress.accept("%s: %.1f, %.1f, %.1f ms".formatted(name, message, tenth, whole));
            measures.add(Measure.atMost(LIMIT_MILLIS, "4 kB of " + name, message, "ms"));
            measures.add(Measure.atMost(LIMIT_MILLIS, "100 kB of " + name, whole, "ms"));
            measures.add(Measure.atMost(
                    LINEAR, "100 kB beside 10 kB of " + name, whole / Math.max(tenth, LEAST_MILLIS), "times"));
        }
        return measures;
    }

    /** Milliseconds of the processor, so that a busy machine does not count. */
    private double median(String text) {
        var taken = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = threads.getCurrentThreadCpuTime();
            understander.understand(text, SENT_AT, Language.RU, true);
            taken[round] = threads.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(taken);
        return taken[rounds / 2] / 1e6;
    }
}
