package org.otklik.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scripts of files and folders. */
public final class ScriptFiles {
    private ScriptFiles() {}

    /** A file is a script; of a folder and those below it, each YAML file that looks like one, however wrong it may be. */
    public static List<Path> of(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.walk(path)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .filter(file -> looksLikeScript(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fixture has an organisation. What can't be read is taken for a script, so that somebody hears of it. */
    private static boolean looksLikeScript(Path file) {
        try {
            var keys = Written.parse(file).map().keySet();
            return !keys.contains("org") && ScriptReader.KEYS.stream().anyMatch(keys::contains);
        } catch (BadScript e) {
            return true;
        }
    }
}
