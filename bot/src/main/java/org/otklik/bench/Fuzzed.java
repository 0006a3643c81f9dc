package org.otklik.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What every target of the fuzzer does with an input: reads it as UTF-8, and notes which took longest. */
final class Fuzzed {
    /** Before the milliseconds, in what the process prints. */
    static final String SLOWEST = "slowest ms: ";

    /** The first runs say more of the compiler than of the text. */
    private static final int AGAIN = 3;

    private final Consumer<String> reading;
    private long slowest = TimeUnit.MILLISECONDS.toNanos(1);
    private String text = "";

    Fuzzed(Consumer<String> reading) {
        this.reading = reading;
    }

    void read(byte[] input) {
        var typed = new String(input, StandardCharsets.UTF_8);
        long taken = time(typed);
        for (int again = 0; again < AGAIN && taken > slowest; again++) {
            taken = Math.min(taken, time(typed));
        }
        if (taken > slowest) {
            slowest = taken;
            text = typed;
        }
    }

    private long time(String typed) {
        long before = System.nanoTime();
        reading.accept(typed);
        return System.nanoTime() - before;
    }

    /** One line for the process that started this one. */
    String report() {
        return SLOWEST + TimeUnit.NANOSECONDS.toMillis(slowest) + " " + Escaped.of(text);
    }
}
