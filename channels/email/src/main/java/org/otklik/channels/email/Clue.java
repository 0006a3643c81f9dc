package org.otklik.channels.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Words by which mails of machines are known where their headers tell nothing, of all languages together; {@code clues.txt}. */
enum Clue {
    /** Subjects of automatic replies. */
    AUTO_SUBJECT,
    /** Subjects of questions that a spam filter asks back. */
    CHALLENGE_SUBJECT,
    /** Subjects of reports about mails that were not delivered. */
    BOUNCE_SUBJECT,
    /** Sentences of such reports. */
    BOUNCE_TEXT,
    /** What stands in such reports alone. */
    BOUNCE_REPORT,
    NO_SUCH_USER,
    MAILBOX_FULL,
    NO_SUCH_HOST,
    /** Delivery goes on being tried. */
    DELAYED,
    /** Delivery is no longer tried, for whatever reason. */
    GIVEN_UP,
    /** Local parts of addresses that belong to mail servers. */
    DAEMON,
    /** Names of senders that are mail servers. */
    DAEMON_NAME,
    /** Local parts of addresses that nobody reads. */
    NO_REPLY,
    /** Lines after which such a report repeats the mail. */
    ORIGINAL_BELOW;

    private static final Map<Clue, List<String>> ALL = load();

    boolean isIn(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return ALL.getOrDefault(this, List.of()).stream().anyMatch(wanted::contains);
    }

    boolean begins(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return ALL.getOrDefault(this, List.of()).stream().anyMatch(wanted::startsWith);
    }

    /** Where the first of the phrases stands in a text, or its end. */
    int indexIn(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return ALL.getOrDefault(this, List.of()).stream()
                .mapToInt(wanted::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
    }

    private static Map<Clue, List<String>> load() {
        var all = new EnumMap<Clue, List<String>>(Clue.class);
        try (var file = Objects.requireNonNull(Clue.class.getResourceAsStream("clues.txt"));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        var phrases = Arrays.stream(line.substring(colon + 1).split("\\|"))
                                .map(String::strip)
                                .toList();
                        all.merge(
                                valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
                                phrases,
                                (old, more) -> Stream.concat(old.stream(), more.stream())
                                        .toList());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
