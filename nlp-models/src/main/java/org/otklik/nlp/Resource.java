package org.otklik.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that lie beside the classes, in UTF-8. */
final class Resource {
    private Resource() {}

    /** Rows of a table: columns parted by tabs, comments after #. */
    static List<String[]> rows(String name) {
        return lines(name).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static List<String> lines(String name) {
        var stream = Resource.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing from the jar: " + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
