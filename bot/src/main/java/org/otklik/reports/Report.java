package org.otklik.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that was made.
 *
 * @param lines what is shown
 * @param rows the same for a file, the names of the columns first; empty where there is nothing to list
 * @param grid the lines that are one below the other because they are rows; empty where there are none
 * @param series the figures that a picture can show, each currency by itself
 */
record Report(List<String> lines, List<List<String>> rows, Optional<Grid> grid, List<Series> series) {
    /**
     * Rows and columns as people read them. They stand for some of the lines of the report, one row each.
     *
     * @param from the first of these lines, behind what the rows are about
     * @param to behind the last of them
     * @param numbers which columns hold numbers, from 0
     */
    record Grid(int from, int to, List<String> titles, List<List<String>> rows, Set<Integer> numbers) {
        Grid {
            titles = List.copyOf(titles);
            rows = List.copyOf(rows);
            numbers = Set.copyOf(numbers);
        }
    }

    Report {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
        series = List.copyOf(series);
    }

    /**
     * Figures of one kind.
     *
     * @param title what they are of
     */
    record Series(String title, List<Bar> bars) {
        Series {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One figure.
     *
     * @param shown the value as people read it
     */
    record Bar(String label, BigDecimal value, String shown) {}

    /** What comes below the lines. */
    Report and(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Report(more, rows, grid, series);
    }

    /** Without rows that people read. */
    Report(List<String> lines, List<List<String>> rows) {
        this(lines, rows, Optional.empty(), List.of());
    }

    static Report of(String... lines) {
        return new Report(List.of(lines), List.of());
    }
}
