package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was expected and what was got. */
final class Scores {
    private final Map<Confusion.Pair, Integer> pairs = new LinkedHashMap<>();
    private int rows;
    private int right;

    void add(String expected, String got) {
        pairs.merge(new Confusion.Pair(expected, got), 1, Integer::sum);
        rows++;
        if (expected.equals(got)) {
            right++;
        }
    }

    int rows() {
        return rows;
    }

    /** Share of rows that are right, 0 without a row. */
    double accuracy() {
        return rows == 0 ? 0 : (double) right / rows;
    }

    /** The mean of the F1 of every intent that was expected: each counts the same, however rare it is. */
    double macroF1() {
        Map<String, int[]> counts = new TreeMap<>();
        pairs.forEach((pair, n) -> {
            counts.computeIfAbsent(pair.expected(), any -> new int[3])[1] += n;
            counts.computeIfAbsent(pair.got(), any -> new int[3])[2] += n;
            if (pair.expected().equals(pair.got())) {
                counts.computeIfAbsent(pair.expected(), any -> new int[3])[0] += n;
            }
        });
        return counts.values().stream()
                .filter(count -> count[1] > 0)
                .mapToDouble(count -> 2.0 * count[0] / (count[1] + count[2]))
                .average()
                .orElse(0);
    }

    /** What was taken for something else, the most frequent first. */
    List<Confusion> confusions() {
        List<Confusion> confusions = new ArrayList<>();
        pairs.forEach((pair, n) -> {
            if (!pair.expected().equals(pair.got())) {
                confusions.add(new Confusion(pair.expected(), pair.got(), n));
            }
        });
        confusions.sort(Comparator.comparingInt(Confusion::n).reversed());
        return confusions;
    }
}
