package org.otklik.nlu;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.i18n.Language;
import org.otklik.nlp.WordTables;
import org.otklik.nlu.grammar.Folding;

/** A table of phrases in all languages, each standing for a name: lines of {@code name: phrase, phrase}. */
public final class Phrases {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}/]+");

    private final Map<String, String> names = new HashMap<>();

    /** @param table a table of {@link WordTables} */
    public Phrases(String table) {
        for (var language : Language.values()) {
            WordTables.lines(language.code(), table).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        var name = line.substring(0, colon).strip();
        Arrays.stream(line.substring(colon + 1).split(",")).forEach(phrase -> names.put(fold(phrase), name));
    }

    /** What a text that is one of the phrases stands for. */
    public Optional<String> meaning(String text) {
        return Optional.ofNullable(names.get(fold(text)));
    }

    /** What the phrase stands for by which a text begins. */
    public Optional<String> opening(String text) {
        var words = fold(text);
        return names.entrySet().stream()
                .filter(entry -> opens(words, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean opens(String words, String phrase) {
        return words.startsWith(phrase) && (words.length() == phrase.length() || words.charAt(phrase.length()) == ' ');
    }

    /** Whether one of the phrases occurs in a text. */
    public boolean isIn(String text) {
        var words = " " + fold(text) + " ";
        return names.keySet().stream().anyMatch(phrase -> words.contains(" " + phrase + " "));
    }

    /** What the longest phrase stands for that occurs in a text. */
    public Optional<String> within(String text) {
        var words = " " + fold(text) + " ";
        return names.entrySet().stream()
                .filter(entry -> words.contains(" " + entry.getKey() + " "))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Whether a word of a text begins like one of the phrases that stand for a name. */
    public boolean isAnyStem(String text, String name) {
        return Arrays.stream(fold(text).split(" "))
                .anyMatch(word -> firstStem(word).filter(name::equals).isPresent());
    }

    /** What the first word of a text stands for that begins like one of the phrases. */
    public Optional<String> firstStem(String text) {
        return Arrays.stream(fold(text).split(" "))
                .flatMap(word -> names.entrySet().stream()
                        .filter(entry -> word.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue))
                .findFirst();
    }

    private static String fold(String text) {
        return BETWEEN.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }
}
