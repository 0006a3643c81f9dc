package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;

/**
 * A table of patterns of words in all languages: lines of {@code name: pattern, pattern}. A word may end in {@code *}, for any
 * ending; {@code …} stands for up to four words. What a line above has matched is not there for the lines below it.
 */
public final class WordPatterns {
    private static final String WORD = "[\\p{L}\\p{N}\u2019'-]+";
    private static final char YE = '\u0435';
    private static final char YO = '\u0451';
    private static final String GAP = "[^\\p{L}\\p{N}]+";

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String name, Pattern pattern) {}

    /** Words of a text that match a pattern of a name. */
    public record Found(String name, Span span) {}

    /** @param table a table of {@link WordTables} */
    public WordPatterns(String table) {
        for (var language : Language.values()) {
            WordTables.lines(language.code(), table).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon).strip();
        Arrays.stream(line.substring(colon + 1).split(","))
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .forEach(words -> entries.add(new Entry(name, compile(words))));
    }

    private static Pattern compile(String words) {
        var pattern = new StringBuilder("(?<![\\p{L}\\p{N}])");
        boolean isFirst = true;
        for (var word : words.split("\\s+")) {
            if (word.equals("\u2026")) {
                pattern.append(GAP).append("(?:").append(WORD).append(GAP).append("){0,4}?");
                isFirst = true;
                continue;
            }
            pattern.append(isFirst ? "" : GAP).append(word(word));
            isFirst = false;
        }
        pattern.append("(?![\\p{L}\\p{N}])");
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Most people write ye for yo. */
    private static String word(String word) {
        boolean isStem = word.endsWith("*");
        var letters = isStem ? word.substring(0, word.length() - 1) : word;
        var exact = letters.codePoints()
                .mapToObj(letter ->
                        letter == YE || letter == YO ? "[" + YE + YO + "]" : Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining());
        return isStem ? exact + "\\p{L}*" : exact;
    }

    /** What is found in a text, in the order in which it stands there. */
    public List<Found> find(String text) {
        var found = new ArrayList<Found>();
        var rest = new StringBuilder(text);
        for (var entry : entries) {
            var matcher = entry.pattern.matcher(rest.toString());
            while (matcher.find()) {
                found.add(new Found(entry.name, new Span(matcher.start(), matcher.end())));
                blank(rest, matcher.start(), matcher.end());
            }
        }
        found.sort(Comparator.comparingInt(one -> one.span().start()));
        return found;
    }

    public boolean isIn(String text) {
        return !find(text).isEmpty();
    }

    /** Whether a pattern of a name is in a text. */
    public boolean has(String text, String name) {
        return find(text).stream().anyMatch(found -> found.name().equals(name));
    }

    /** A text without the words that match. */
    public String without(String text) {
        var rest = new StringBuilder(text);
        find(text)
                .forEach(found -> blank(rest, found.span().start(), found.span().end()));
        return rest.toString();
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int at = from; at < to; at++) {
            text.setCharAt(at, ' ');
        }
    }
}
