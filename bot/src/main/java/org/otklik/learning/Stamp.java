package org.otklik.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What tells that files in a folder were written: cheap, so that it can be looked at every second. */
final class Stamp {
    private Stamp() {}

    /** Names, sizes and times of all files; empty where there are none. */
    static String of(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            var stamps = new StringBuilder();
            for (var file : found) {
                stamps.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
            return stamps.toString();
        }
    }
}
