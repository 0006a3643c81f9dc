package org.otklik.channels.email.reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which mail programs and people mark what is not new in a mail, of all languages together, since a quotation is often in
 * another language than its answer. {@code languages.txt} names the files; each line of one is a kind and its phrases.
 */
public enum Phrase {
    FROM,
    DATE,
    TO,
    CC,
    SUBJECT,
    /** Labels that stand in a header block and tell nothing. */
    OTHER,
    /** Verbs of an attribution: "On Monday Anna wrote:". */
    WROTE,
    /** Of one that addresses the reader: believed only when a marked quotation follows. */
    YOU,
    ORIGINAL,
    FORWARDED,
    /** The line that a ticket system asks to write above. */
    ABOVE,
    /** What a telephone adds. */
    DEVICE,
    /** Without a verb, so only as lines of a few words. */
    BAREDEVICE,
    /** What it calls itself, or the program on it. */
    DEVICENAME,
    REGARDS,
    /** Words that may stand within regards: "Have a good day, all". */
    FILLER,
    /** Sentences that end a letter only with a comma at their end and a name below. */
    CLOSING,
    /** Who signs instead of a person. */
    SIGNER,
    /** Thanks are a sign-off only with a name below. */
    THANKS,
    DISCLAIMER,
    /** Parts of words that lawyers use; several of them in a paragraph make a disclaimer of it. */
    LEGAL,
    /** What lists and virus scanners add. */
    FOOTER,
    /** What a mail server puts before a mail from outside. */
    BANNER,
    /** Twelve, each with its short and inflected forms. */
    MONTHS,
    DAYS,
    /** Of a subject, without the colon. */
    FORWARDPREFIX,
    REPLYPREFIX;

    private static final Map<Phrase, List<String>> ALL = load();
    private static final Map<String, Integer> MONTH_NUMBERS = months();

    private final List<String> phrases() {
        return ALL.getOrDefault(this, List.of());
    }

    /** Whether a text is one of the phrases, without regard to case. */
    boolean is(String text) {
        return phrases().contains(normal(text));
    }

    boolean starts(String text) {
        return startOf(text).isPresent();
    }

    /** The longest phrase that a text begins with, up to the end of a word. */
    Optional<String> startOf(String text) {
        var wanted = normal(text);
        return phrases().stream()
                .filter(wanted::startsWith)
                .filter(phrase -> wanted.length() == phrase.length()
                        || !Character.isLetter(phrase.charAt(phrase.length() - 1))
                        || !Character.isLetter(wanted.charAt(phrase.length())))
                .max((a, b) -> a.length() - b.length());
    }

    /** Whether a text begins with one of the phrases, which may end inside a word. */
    boolean begins(String text) {
        var wanted = normal(text);
        return phrases().stream().anyMatch(wanted::startsWith);
    }

    boolean isIn(String text) {
        var wanted = normal(text);
        return phrases().stream().anyMatch(wanted::contains);
    }

    /** Whether a text ends with one of the phrases, at the beginning of a word. */
    boolean ends(String text) {
        var wanted = normal(text);
        return phrases().stream()
                .anyMatch(phrase -> wanted.endsWith(phrase) && isWordStart(wanted, wanted.length() - phrase.length()));
    }

    /** Whether one of the phrases stands in a text as words of their own. */
    boolean isWordIn(String text) {
        var wanted = normal(text);
        return phrases().stream().anyMatch(phrase -> isWordIn(wanted, phrase));
    }

    private static boolean isWordIn(String text, String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            if (isWordStart(text, at) && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordStart(String text, int at) {
        return at == 0 || !Character.isLetter(text.charAt(at - 1)) || Character.isIdeographic(text.codePointAt(at));
    }

    /** How many of the phrases stand in a text. */
    long countIn(String text) {
        var wanted = normal(text);
        return phrases().stream().filter(wanted::contains).count();
    }

    /** A regular expression that matches any of the phrases. */
    String pattern() {
        return String.join(
                "|",
                phrases().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .toList());
    }

    /** The number of a month by its name in any form and language. */
    static Optional<Integer> month(String name) {
        return Optional.ofNullable(MONTH_NUMBERS.get(normal(name)));
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('\u00A0', ' ')
                .replace('\u2019', '\'')
                .strip();
    }

    private static Map<String, Integer> months() {
        var numbers = new LinkedHashMap<String, Integer>();
        rows("languages.txt")
                .flatMap(language -> rows("phrases_" + language + ".txt"))
                .filter(row -> row.startsWith("months:"))
                .forEach(row -> {
                    var names = row.substring(row.indexOf(':') + 1).split("\\|");
                    for (int month = 0; month < names.length; month++) {
                        for (var form : names[month].split(",")) {
                            numbers.putIfAbsent(normal(form), month + 1);
                        }
                    }
                });
        return Map.copyOf(numbers);
    }

    private static Map<Phrase, List<String>> load() {
        var all = new EnumMap<Phrase, List<String>>(Phrase.class);
        rows("languages.txt")
                .flatMap(language -> rows("phrases_" + language + ".txt"))
                .forEach(row -> {
                    int colon = row.indexOf(':');
                    var kind = valueOf(row.substring(0, colon).toUpperCase(Locale.ROOT));
                    var phrases = Arrays.stream(
                                    row.substring(colon + 1).split(kind == MONTHS || kind == DAYS ? "[|,]" : "\\|"))
                            .map(Phrase::normal)
                            .toList();
                    all.merge(
                            kind,
                            phrases,
                            (old, more) -> Stream.concat(old.stream(), more.stream())
                                    .distinct()
                                    .toList());
                });
        return all;
    }

    private static Stream<String> rows(String name) {
        try (var file = Objects.requireNonNull(Phrase.class.getResourceAsStream(name));
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
