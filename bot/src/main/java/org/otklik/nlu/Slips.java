package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Endings;
import org.otklik.nlu.grammar.Folding;

/**
 * Mends one slip in the words that tell what happened and when: two letters swapped, one too few or too many, one taken for another that sounds
 * like it. What the tables look up is found then in "promissed" and "yesterdy", too. Only words of a short table are mended,
 * and never at their end, where a letter more makes another form: a text with names and the words of others is no place for guesses.
 */
final class Slips {
    private static final String TABLE = "misspelt";
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Shorter words are one slip away from too many others. */
    private static final int SHORTEST = 5;
    /** Longer words are none, and would be tried without each of their letters. */
    private static final int LONGEST = 40;

    /** The words that are mended, by each of their forms that lack a letter. */
    private final Map<String, Set<String>> byRest = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();
    private final List<String> alike = new ArrayList<>();

    Slips() {
        Arrays.stream(Language.values())
                .flatMap(language -> WordTables.lines(language.code(), TABLE).stream())
                .filter(line -> !line.startsWith("#"))
                .forEach(this::read);
    }

    private void read(String line) {
        int colon = line.indexOf(':');
        var forms = Endings.forms(Folding.fold(line.substring(colon + 1)));
        switch (line.substring(0, colon)) {
            case "alike" -> alike.addAll(forms);
            case "known" -> known.addAll(forms);
            default -> forms.forEach(this::learn);
        }
    }

    private void learn(String word) {
        known.add(word);
        rests(word)
                .forEach(rest ->
                        byRest.computeIfAbsent(rest, _ -> new LinkedHashSet<>()).add(word));
    }

    /** The word itself, and all that is left of it without one of its letters. */
    private static Stream<String> rests(String word) {
        return Stream.concat(Stream.of(word), IntStream.range(0, word.length()).mapToObj(at -> without(word, at)));
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** The text with its slips mended, each word as capital as it was typed. */
    String mended(String text) {
        return WORD.matcher(text).replaceAll(found -> mendedWord(found.group()));
    }

    private String mendedWord(String typed) {
        var word = Folding.fold(typed);
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || word.length() != typed.length()
                || known.contains(word)) {
            return typed;
        }
        return rests(word)
                .flatMap(rest -> byRest.getOrDefault(rest, Set.of()).stream())
                .filter(meant -> isSlip(word, meant))
                .findFirst()
                .map(meant -> asTyped(typed, meant))
                .orElse(typed);
    }

    private static String asTyped(String typed, String meant) {
        return Character.isUpperCase(typed.charAt(0))
                ? Character.toTitleCase(meant.charAt(0)) + meant.substring(1)
                : meant;
    }

    private boolean isSlip(String typed, String meant) {
        return switch (typed.length() - meant.length()) {
            case 0 -> isSwapped(typed, meant) || isMistaken(typed, meant);
            case 1 -> isLonger(typed, meant);
            case -1 -> isLonger(meant, typed);
            default -> false;
        };
    }

    private static boolean isSwapped(String typed, String meant) {
        int at = firstDifference(typed, meant);
        return at + 1 < typed.length()
                && typed.charAt(at) == meant.charAt(at + 1)
                && typed.charAt(at + 1) == meant.charAt(at)
                && typed.substring(at + 2).equals(meant.substring(at + 2));
    }

    private boolean isMistaken(String typed, String meant) {
        int at = firstDifference(typed, meant);
        return at + 1 < typed.length()
                && typed.substring(at + 1).equals(meant.substring(at + 1))
                && alike.stream()
                        .anyMatch(letters ->
                                letters.indexOf(typed.charAt(at)) >= 0 && letters.indexOf(meant.charAt(at)) >= 0);
    }

    /** Whether the longer word has a letter more, neither at its beginning nor at its end. */
    private static boolean isLonger(String longer, String shorter) {
        int at = firstDifference(longer, shorter);
        return at > 0 && at < shorter.length() && without(longer, at).equals(shorter);
    }

    private static int firstDifference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
