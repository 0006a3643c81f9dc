package org.otklik.channels.email.reply;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
            boolean isParagraph = lines.get(i - 1).isBlank();
            if (isParagraph && isName(lines.get(i), known) && isEnd(lines.subList(i + 1, lines.size()))) {
                var above = String.join("\n", lines.subList(0, i)).strip();
                return above.isEmpty() ? text : above;
            }
        }
        return text;
    }

    /** Some of the name, all of it with a patronymic, or a part of it with initials. */
    private static boolean isName(String line, Set<String> known) {
        var said = words(line);
        var full = said.stream().filter(word -> word.length() > 1).toList();
        return !full.isEmpty()
                && said.size() <= MOST_WORDS
                && (known.containsAll(full) || (known.size() > 1 && said.containsAll(known)))
                && Character.isUpperCase(line.strip().codePointAt(0));
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
