package org.otklik.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a table that lies beside the classes: columns parted by tabs, comments after #. */
final class Resource {
    private Resource() {}

    static List<String[]> rows(String name) {
        var stream = Resource.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("missing from the jar: " + name);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
