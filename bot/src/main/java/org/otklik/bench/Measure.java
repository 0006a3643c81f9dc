package org.otklik.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * What one measurement found, as the commands print it.
 *
 * @param ours what this product does
 * @param limit what it is compared with: the speed of the machine, or the most that is allowed
 * @param unit of both
 * @param ok whether it is good enough
 * @param p50 milliseconds from a message to its reply, for half of the messages
 * @param p99 the same for 99 of 100
 */
record Measure(
        String name,
        double ours,
        double limit,
        double ratio,
        String unit,
        boolean ok,
        Optional<Double> p50,
        Optional<Double> p99,
        Optional<Double> commitsPerTurn,
        Optional<Double> statementsPerTurn) {

    /** Something of which at least a share of a yardstick is wanted. */
    static Measure atLeast(double share, String name, double ours, double yardstick, String unit) {
        return new Measure(name, ours, yardstick, unit, ours >= share * yardstick);
    }

    /** Something that must not exceed a limit. */
    static Measure atMost(double limit, String name, double ours, String unit) {
        return new Measure(name, ours, limit, unit, ours <= limit);
    }

    private Measure(String name, double ours, double limit, String unit, boolean ok) {
        this(
                name,
                ours,
                limit,
                limit == 0 ? ours : ours / limit,
                unit,
                ok,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Measure replying(double half, double nearlyAll) {
        return new Measure(
                name,
                ours,
                limit,
                ratio,
                unit,
                ok,
                Optional.of(half),
                Optional.of(nearlyAll),
                commitsPerTurn,
                statementsPerTurn);
    }

    Measure perTurn(double commits, double statements) {
        return new Measure(name, ours, limit, ratio, unit, ok, p50, p99, Optional.of(commits), Optional.of(statements));
    }

    String sentence() {
        var line = new StringBuilder(
                String.format(Locale.ROOT, "%s: %.1f %s, limit %.1f, ratio %.2f", name, ours, unit, limit, ratio));
        p50.ifPresent(value -> append(line, ", p50 %.1f ms", value));
        p99.ifPresent(value -> append(line, ", p99 %.1f ms", value));
        commitsPerTurn.ifPresent(value -> append(line, ", commits per turn %.2f", value));
        statementsPerTurn.ifPresent(value -> append(line, ", statements per turn %.1f", value));
        return line.append(ok ? ": ok" : ": NOT GOOD ENOUGH").toString();
    }

    private static void append(StringBuilder line, String format, double value) {
        line.append(String.format(Locale.ROOT, format, value));
    }
}
