package org.otklik.check;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.otklik.check.Verdict.Mismatch;
import org.otklik.fixtures.Keys;
import org.otklik.schema.DefaultSchema;

/** Looks for the rows that a script expects. */
final class Rows {
    private static final int SHOWN = 3;

    private final DSLContext sql;
    private final Keys keys;
    private final CellCheck cells;

    Rows(DSLContext sql, Keys keys, CellCheck cells) {
        this.sql = sql;
        this.keys = keys;
        this.cells = cells;
    }

    /** The newest row's number of each table. Rows with higher numbers are new, also where others were taken back meanwhile. */
    Map<String, Long> newest(Iterable<String> tables) {
        var newest = new HashMap<String, Long>();
        tables.forEach(name -> newest.put(name, newest(name)));
        return newest;
    }

    private long newest(String name) {
        var table = requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(name));
        return Optional.ofNullable(
                        sql.select(max(id(table))).from(table).fetchSingle().value1())
                .orElse(0L);
    }

    Optional<Mismatch> added(Map<String, Integer> expected, Map<String, Long> before) {
        return expected.entrySet().stream()
                .flatMap(count -> added(count.getKey(), count.getValue(), before).stream())
                .findFirst();
    }

    private Optional<Mismatch> added(String name, int expected, Map<String, Long> before) {
        var table = requireNonNull(DefaultSchema.DEFAULT_SCHEMA.getTable(name));
        var added = sql.selectFrom(table)
                .where(id(table).gt(before.getOrDefault(name, 0L)))
                .orderBy(id(table))
                .fetch();
        return added.size() == expected
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "%d more of %s".formatted(expected, name),
                        added.stream()
                                .map(Rows::shown)
                                .collect(Collectors.joining("\n", added.size() + " more\n", ""))));
    }

    private static String shown(Record row) {
        var columns = new ArrayList<String>();
        for (var column : row.fields()) {
            if (row.get(column) != null && !(row.get(column) instanceof byte[])) {
                columns.add(column.getName() + ": " + row.get(column));
            }
        }
        return String.join(", ", columns);
    }

    private static Field<Long> id(Table<?> table) {
        return requireNonNull(table.field("id", Long.class), () -> "the table " + table.getName() + " has no id");
    }

    /** Finds a row for each, and gives the newest one its key. */
    Optional<Mismatch> present(List<RowPattern> patterns) {
        return patterns.stream().flatMap(pattern -> exists(pattern).stream()).findFirst();
    }

    private Optional<Mismatch> exists(RowPattern pattern) {
        var rows = fetch(pattern);
        var found = rows.stream().filter(row -> misses(pattern, row).isEmpty()).findFirst();
        found.ifPresent(row ->
                pattern.key().ifPresent(key -> keys.put(key, pattern.table().getName(), row.get(id(pattern.table())))));
        return found.isPresent()
                ? Optional.empty()
                : Optional.of(new Mismatch("the row " + pattern, nearest(pattern, rows)));
    }

    Optional<Mismatch> absent(List<RowPattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> fetch(pattern).stream()
                        .filter(row -> misses(pattern, row).isEmpty())
                        .map(row -> new Mismatch("no row " + pattern, values(pattern, row))))
                .findFirst();
    }

    /** All rows, the newest one first, with the text forms of the columns beside them. */
    private List<? extends Record> fetch(RowPattern pattern) {
        var columns = new ArrayList<SelectField<?>>();
        columns.add(id(pattern.table()));
        pattern.columns().keySet().forEach(column -> {
            columns.add(column);
            columns.add(textOf(column));
        });
        return sql.fetch(select(columns)
                .from(pattern.table())
                .orderBy(id(pattern.table()).desc()));
    }

    private static Field<String> textOf(Field<?> column) {
        return field("{0}::text", String.class, column).as(column.getName() + " as text");
    }

    private List<Field<?>> misses(RowPattern pattern, Record row) {
        return pattern.columns().entrySet().stream()
                .filter(column -> !cells.fits(
                        column.getKey(),
                        Optional.ofNullable(row.get(column.getKey())),
                        Optional.ofNullable(row.get(textOf(column.getKey()))),
                        column.getValue()))
                .<Field<?>>map(Map.Entry::getKey)
                .toList();
    }

    private String nearest(RowPattern pattern, List<? extends Record> rows) {
        var nearest = rows.stream()
                .sorted(Comparator.comparingInt(row -> misses(pattern, row).size()))
                .limit(SHOWN)
                .map(row -> values(pattern, row) + ", other in "
                        + misses(pattern, row).stream().map(Field::getName).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        return nearest.isEmpty() ? "no row of " + pattern.table().getName() : nearest;
    }

    private static String values(RowPattern pattern, Record row) {
        return pattern.columns().keySet().stream()
                .map(column -> column.getName() + ": " + row.get(textOf(column)))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
