package org.otklik.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Table;
import org.otklik.check.Expected.FilePattern;
import org.otklik.schema.DefaultSchema;

/** Reads what a turn must bring about. */
final class ExpectedReader {
    static final List<String> KEYS = List.of(
            "to", "silent", "reply", "never", "buttons", "rows", "none", "added", "attached", "headers", "captures");

    private static final Pattern BETWEEN_SLASHES = Pattern.compile("(?s)/(.*)/");

    private ExpectedReader() {}

    static Expected read(Written.Fields turn) {
        return new Expected(
                turn.find("to").map(Written::text),
                turn.find("silent").map(Written::flag).orElse(false),
                expressions(turn, "reply"),
                expressions(turn, "never"),
                expressions(turn, "buttons"),
                rows(turn, "rows"),
                rows(turn, "none"),
                added(turn),
                turn.find("attached")
                        .map(files ->
                                files.list().stream().map(ExpectedReader::file).toList()),
                named(turn, "headers"),
                named(turn, "captures"));
    }

    private static List<Expression> expressions(Written.Fields turn, String key) {
        return turn.find(key).map(ExpectedReader::expressions).orElse(List.of());
    }

    /** A single one needs no brackets. */
    private static List<Expression> expressions(Written written) {
        var several = written.isList() ? written.list() : List.of(written);
        return several.stream().map(Expression::of).toList();
    }

    private static Map<String, Expression> named(Written.Fields turn, String key) {
        var expressions = new LinkedHashMap<String, Expression>();
        turn.find(key)
                .ifPresent(
                        written -> written.map().forEach((name, value) -> expressions.put(name, Expression.of(value))));
        return expressions;
    }

    private static Map<String, Integer> added(Written.Fields turn) {
        var counts = new LinkedHashMap<String, Integer>();
        turn.find("added")
                .ifPresent(written -> written.map().forEach((name, count) -> {
                    table(name, count);
                    counts.put(name, count.number());
                }));
        return counts;
    }

    private static FilePattern file(Written written) {
        var fields = written.fields("a file", List.of("name", "contains", "lines"));
        return new FilePattern(
                fields.find("name").map(Expression::of).orElse(new Expression("")),
                expressions(fields, "contains"),
                fields.find("lines")
                        .map(lines -> OptionalInt.of(lines.number()))
                        .orElseGet(OptionalInt::empty));
    }

    private static List<RowPattern> rows(Written.Fields turn, String key) {
        var patterns = new ArrayList<RowPattern>();
        turn.find(key)
                .ifPresent(written -> written.map().forEach((name, rows) -> {
                    var table = table(name, rows);
                    rows.list().forEach(row -> patterns.add(pattern(table, row)));
                }));
        return patterns;
    }

    private static Table<?> table(String name, Written place) {
        var table = DefaultSchema.DEFAULT_SCHEMA.getTable(name);
        if (table == null) {
            throw place.wrong("there is no table " + name);
        }
        return table;
    }

    private static RowPattern pattern(Table<?> table, Written row) {
        var entries = row.map();
        var key = Optional.ofNullable(entries.remove("key")).map(Written::text);
        var columns = new LinkedHashMap<Field<?>, RowPattern.Value>();
        entries.forEach((name, value) -> {
            var column = table.field(name);
            if (column == null) {
                throw value.wrong("the table " + table.getName() + " has no column " + name);
            }
            columns.put(column, value(value));
        });
        return new RowPattern(table, key, columns);
    }

    private static RowPattern.Value value(Written written) {
        if (written.isMap() || written.isList()) {
            return new RowPattern.Value.Same(written.json());
        }
        if (written.isNull()) {
            return new RowPattern.Value.Nothing();
        }
        var expression = BETWEEN_SLASHES.matcher(written.text());
        if (expression.matches()) {
            Expression.of(written);
            return new RowPattern.Value.Found(new Expression(expression.group(1)));
        }
        return new RowPattern.Value.Equal(written.text());
    }
}
