package org.otklik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of code, for rules that the compiled classes don't show. */
record Source(Path path, String code) {
    /** Unrolled loops: an alternative in a loop would need the stack of the JVM for each character. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?s)(?<comment>//[^\\n]*|/\\*.*?\\*/)\
            |(?<text>\"""[^\\\\]*?(?:\\\\.[^\\\\]*?)*?\"""\
            |"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"\
            |'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+')""");

    /** All sources of all modules in folders of a name, for instance {@code src/main/java}. */
    static List<Source> all(String folder) {
        try (var files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/" + folder + "/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .map(Source::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path path) {
        try {
            return new Source(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<String> comments() {
        return tokens("comment");
    }

    /** Strings, text blocks and characters, as they are written. */
    Stream<String> literals() {
        return tokens("text");
    }

    private Stream<String> tokens(String group) {
        return TOKEN.matcher(code).results().map(token -> token.group(group)).filter(Objects::nonNull);
    }
}
