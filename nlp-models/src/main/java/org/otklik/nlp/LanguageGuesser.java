package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Tells the language of a text by runs of three letters, as often as the training data of each language has them: in each word as it was
 * typed, and with the way of typing undone, so that "ghbdtn" and "hochu pomoch" are Russian. No single word outweighs the rest, and
 * names hardly count: a title or a company is written so in any language. Safe for threads.
 */
public final class LanguageGuesser {
    /** Of fewer words it is not asked what else each might be; the {@link Normalizer} has looked at them as a whole. */
    private static final int ENOUGH_WORDS = 3;
    /** What a letter has to gain by being read in another way than typed. */
    private static final double RESPELT = 0.7;
    /** By how much a word can speak for one language and against the others, and a name. */
    private static final double WORD = 25;

    private static final double NAME = 2;

    private static final Comparator<Locale> BY_TAG = Comparator.comparing(Locale::toLanguageTag);

    private final Normalizer normalizer;
    private final Set<String> international =
            Resource.rows("international.tsv").stream().map(row -> row[0]).collect(Collectors.toUnmodifiableSet());
    private final List<UnaryOperator<String>> respellings;
    private final Map<Locale, Letters> languages = new TreeMap<>(BY_TAG);

    LanguageGuesser(Vocabulary vocabulary, Normalizer normalizer) {
        this.normalizer = normalizer;
        var keyboard = new Keyboard();
        this.respellings = List.of(new Respelling("transliteration.tsv")::of, keyboard::cyrillic, keyboard::latin);
        vocabulary.counts().forEach((language, words) -> languages.put(language, Letters.of(words)));
    }

    /** @return empty for a text without a word, or with none but those that all languages share */
    public Optional<Locale> guess(String text) {
        var words = words(normalizer.normalize(text));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean tells = words.size() >= ENOUGH_WORDS;
        if (tells) {
            words.addAll(words(text));
        }
        Map<Locale, Double> sums = new TreeMap<>(BY_TAG);
        for (var word : words) {
            Map<Locale, Double> likely = new HashMap<>();
            languages.forEach((language, letters) -> likely.put(language, likelihood(letters, word, tells)));
            double best = likely.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            likely.forEach((language, one) -> sums.merge(language, Math.max(one, best - word.weight()), Double::sum));
        }
        return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        boolean isFirst = true;
        for (var token : Tokens.of(text)) {
            var folded = Tokens.fold(token);
            if (Tokens.isWord(token) && !international.contains(folded)) {
                words.add(new Word(folded, !isFirst && Tokens.isName(token) ? NAME : WORD));
                isFirst = false;
            }
        }
        return words;
    }

    private double likelihood(Letters letters, Word word, boolean respells) {
        double best = letters.likelihood(word.letters());
        for (var respelling : respells ? respellings : List.<UnaryOperator<String>>of()) {
            var other = respelling.apply(word.letters());
            if (!other.isEmpty()) {
                best = Math.max(best, letters.likelihood(other) - RESPELT);
            }
        }
        return word.letters().length() * best;
    }

    /** A word in lower case, and the most that it can tell. */
    private record Word(String letters, double weight) {}

    /** How often a language has each run of letters. */
    private record Letters(Map<String, Integer> runs, long total) {
        static Letters of(Map<String, Integer> words) {
            Map<String, Integer> runs = new HashMap<>();
            words.forEach((word, count) -> Vocabulary.runs(word).forEach(run -> runs.merge(run, count, Integer::sum)));
            return new Letters(
                    runs, runs.values().stream().mapToLong(Integer::longValue).sum());
        }

        /** Of a letter of the word, as a logarithm. */
        double likelihood(String word) {
            return Vocabulary.runs(word).stream()
                    .mapToDouble(run -> Math.log((runs.getOrDefault(run, 0) + 0.5) / (total + runs.size())))
                    .average()
                    .orElse(0);
        }
    }
}
