package org.otklik.nlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of words that entities are recognised by: {@code data/entities/{language}/{table}.txt}. */
public final class WordTables {
    private WordTables() {}

    /**
     * The lines of a table.
     *
     * @param language an ISO 639-1 code
     * @throws IllegalArgumentException where the language has no such table
     */
    public static List<String> lines(String language, String table) {
        var name = "/entities/" + language + "/" + table + ".txt";
        try (InputStream resource = WordTables.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("no table " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
