package org.otklik.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** How long things took. */
final class Latencies {
    private final long[] nanos;

    Latencies(Collection<Duration> all) {
        nanos = all.stream().mapToLong(Duration::toNanos).sorted().toArray();
    }

    int count() {
        return nanos.length;
    }

    /** The time in milliseconds within which this share of all things was done, from 0 to 100 of them. */
    double percentile(double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share / 100 * nanos.length);
        return nanos[Math.clamp(rank - 1, 0, nanos.length - 1)] / 1e6;
    }

    static double median(Collection<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
    }
}
