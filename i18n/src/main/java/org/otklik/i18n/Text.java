package org.otklik.i18n;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to be said, in no language yet: a key and its arguments. An argument may be a string, a number, {@link Money}, a
 * {@code LocalDate}, a {@link PlainDay}, a {@code YearMonth}, a {@code LocalDateTime} or another text; {@link Texts} writes it as the reader's language does.
 */
public record Text(TextKey key, Map<String, Object> arguments) {
    public Text {
        arguments = Map.copyOf(arguments);
    }

    public static Text of(TextKey key) {
        return new Text(key, Map.of());
    }

    public Text with(String name, Object value) {
        var more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Text(key, more);
    }
}
