package org.otklik.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.config.SettingsText.Value;

/** The settings that exist, as {@code otklik.example.yaml} documents them: their keys, defaults and examples. */
final class Documented {
    private final Map<String, Value> values;

    private Documented(Map<String, Value> values) {
        this.values = values;
    }

    static Documented load() {
        try (var stream = Documented.class.getResourceAsStream("/otklik.example.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("no otklik.example.yaml among the resources");
            }
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Documented(
                    SettingsText.parse("otklik.example.yaml", text).values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return values.keySet();
    }

    Map<String, Value> defaults() {
        return values;
    }

    boolean isList(String key) {
        var value = values.get(key);
        return value != null && value.isList();
    }

    /** A value that the key could have. */
    String example(String key) {
        var value = values.get(key);
        if (value == null) {
            return "";
        }
        var written = value.isList() ? "[" + String.join(", ", value.texts()) + "]" : String.join("", value.texts());
        return value.texts().isEmpty() ? value.comment().orElse(written) : written;
    }

    boolean isSection(String key) {
        return keys().stream().anyMatch(known -> known.startsWith(key + "."));
    }

    /** The keys next to one that does not exist, for somebody who mistyped it. */
    String neighbours(String key) {
        var section = key.substring(0, key.lastIndexOf('.') + 1);
        var known = keys().stream().anyMatch(other -> other.startsWith(section)) ? section : "";
        return keys().stream()
                .filter(other -> other.startsWith(known))
                .map(other -> other.substring(known.length()).split("\\.", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
