package org.otklik.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for those who read plain text: columns side by side, numbers below each other by their ends. */
final class PlainTable {
    private static final String GAP = "  ";
    private static final int WIDEST = 60;

    private final Table table;
    private final List<Integer> widths;

    PlainTable(Table table) {
        this.table = table;
        this.widths = IntStream.range(0, table.titles().size())
                .mapToObj(column -> Math.max(
                        width(cell(table.titles().get(column))),
                        table.rows().stream()
                                .mapToInt(row -> width(cell(row.get(column))))
                                .max()
                                .orElse(0)))
                .toList();
    }

    String text() {
        var lines = new ArrayList<String>();
        if (!table.caption().isBlank()) {
            lines.add(table.caption());
        }
        lines.add(line(table.titles()));
        lines.add(widths.stream().map("-"::repeat).collect(Collectors.joining(GAP)));
        table.rows().forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cell(cells.get(column)), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String cell, int column) {
        var blanks = " ".repeat(widths.get(column) - width(cell));
        return table.numbers().contains(column) ? blanks + cell : cell + blanks;
    }

    /** One line of it, as far as a line of a letter goes. */
    private static String cell(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (width(line) <= WIDEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    /** In characters as they are seen, but for marks that stand above others. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c ->
                        Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT)
                .count();
    }
}
