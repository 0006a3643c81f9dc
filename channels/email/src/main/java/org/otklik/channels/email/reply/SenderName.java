package org.otklik.channels.email.reply;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts off the name that somebody writes below a letter, with the position and the telephone under it, where no greeting tells. */
public final class SenderName {
    private static final int MOST_WORDS = 4;
    private static final int MOST_LINES_BELOW = 6;
    private static final int LONGEST_LINE = 60;

    private SenderName() {}

    /**
     * The text without the name below it; the whole text, where nothing stands above the name.
     *
     * @param name the name in the From header
     */
    public static String cut(String text, String name) {
        var lines = text.lines().toList();
        var known = words(name);
        for (int i = 1; i < lines.size(); i++) {
            var line = undecorated(lines.get(i));
            var below = lines.subList(i + 1, lines.size());
            boolean signs = (isName(line, known) && isEnd(below)) || (isInitials(line, name) && isBlank(below));
            if (signs && !isAnnounced(lines, i) && (begins(lines, i) || isLast(lines, i, known))) {
                return above(lines, i).orElse(text);
            }
        }
        return text;
    }

    private static boolean begins(List<String> lines, int at) {
        return lines.get(at - 1).isBlank() || isClosing(lines, at - 1);
    }

    /** Below a short letter the name often stands right in the next line. */
    private static boolean isLast(List<String> lines, int at, Set<String> known) {
        var before = lines.get(at - 1);
        return isBlank(lines.subList(at + 1, lines.size()))
                && words(before).size() > 1
                && !before.strip().endsWith(",")
                && !isName(undecorated(before), known);
    }

    /** "Here are my details:" leads to no signature, and a form has colons of its own. */
    private static boolean isAnnounced(List<String> lines, int at) {
        int end = textEnd(lines, at);
        return lines.get(at).contains(":")
                || (end > 0 && lines.get(end - 1).strip().endsWith(":"));
    }

    /** Without the sentence that leads to the name: "Looking forward to hearing from you,". */
    private static Optional<String> above(List<String> lines, int name) {
        int end = textEnd(lines, name);
        int closing = end > 0 && isClosing(lines, end - 1) ? textEnd(lines, end - 1) : end;
        return Optional.of(lines.subList(0, closing > 0 ? closing : end))
                .map(rest -> String.join("\n", rest).strip())
                .filter(rest -> !rest.isEmpty());
    }

    private static int textEnd(List<String> lines, int before) {
        int end = before;
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    /** A short line of its own that ends with a comma, below other text: before that it is a greeting. */
    private static boolean isClosing(List<String> lines, int at) {
        var line = lines.get(at).strip();
        return at > 0
                && line.endsWith(",")
                && line.length() <= LONGEST_LINE
                && lines.get(at - 1).isBlank();
    }

    /** Dashes are drawn before a name, too. */
    private static String undecorated(String line) {
        return line.replaceFirst("^[\\s~*_\u2013\u2014-]+", "");
    }

    /** The first letters of the names, or the first one alone. */
    private static boolean isInitials(String line, String name) {
        // Kisses below a letter are no initials.
        var letters = line.replaceFirst("\\s+[xX]{1,3}$", "").replaceAll("[\\s.]", "");
        var full = Arrays.stream(name.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        var turned = new StringBuilder(full).reverse().toString();
        return !letters.isEmpty()
                && letters.equals(letters.toUpperCase(Locale.ROOT))
                && (full.startsWith(letters) || turned.equals(letters));
    }

    private static boolean isBlank(List<String> lines) {
        return lines.stream().allMatch(String::isBlank);
    }

    /** Some of the name, all of it with a patronymic, or a part of it with initials. */
    private static boolean isName(String line, Set<String> known) {
        var said = words(line);
        var full = said.stream().filter(word -> word.length() > 1).toList();
        return !full.isEmpty()
                && said.size() <= MOST_WORDS
                && (full.stream().allMatch(word -> isKnown(word, known))
                        || (known.size() > 1 && said.containsAll(known)))
                && full.stream().anyMatch(known::contains)
                && Character.isUpperCase(line.codePointAt(0));
    }

    /** A first name may stand in the header as its first letter. */
    private static boolean isKnown(String word, Set<String> known) {
        return known.contains(word) || (known.size() > 1 && known.contains(word.substring(0, 1)));
    }

    private static boolean isEnd(List<String> below) {
        return below.stream().filter(line -> !line.isBlank()).count() <= MOST_LINES_BELOW
                && below.stream().allMatch(line -> line.length() <= LONGEST_LINE);
    }

    private static Set<String> words(String name) {
        var words = new HashSet<>(Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        words.remove("");
        return words;
    }
}
