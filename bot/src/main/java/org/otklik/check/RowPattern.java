package org.otklik.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A row that must or must not exist.
 *
 * @param key the name that the row found gets for later turns
 */
record RowPattern(Table<?> table, Optional<String> key, Map<Field<?>, Value> columns) {

    /** What a column must hold. */
    sealed interface Value {
        record Nothing() implements Value {
            @Override
            public String toString() {
                return "null";
            }
        }

        /** Found in the text form of the column. */
        record Found(Expression expression) implements Value {
            @Override
            public String toString() {
                return expression.toString();
            }
        }

        /** Compared as the column's type does. */
        record Equal(String text) implements Value {
            @Override
            public String toString() {
                return text;
            }
        }

        /** A list or an object. */
        record Same(JsonNode json) implements Value {
            @Override
            public String toString() {
                return json.toString();
            }
        }
    }

    @Override
    public String toString() {
        return table.getName()
                + columns.entrySet().stream()
                        .map(column -> column.getKey().getName() + ": " + column.getValue())
                        .collect(Collectors.joining(", ", " {", "}"));
    }
}
