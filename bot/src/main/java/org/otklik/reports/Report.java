package org.otklik.reports;

import java.util.List;

/**
 * A report that was made.
 *
 * @param lines what is shown
 * @param rows the same for a file, the names of the columns first; empty where there is nothing to list
 */
record Report(List<String> lines, List<List<String>> rows) {
    Report {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    static Report of(String... lines) {
        return new Report(List.of(lines), List.of());
    }
}
