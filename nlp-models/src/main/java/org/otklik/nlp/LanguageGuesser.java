package org.otklik.nlp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells the language of a text by runs of three letters, as often as the training data of each language has them; after the way of
 * typing has been undone, so that "ghbdtn" and "hochu pomoch" are Russian. Safe for threads.
 */
public final class LanguageGuesser {
    private final Normalizer normalizer;
    private final Set<String> international =
            Resource.rows("international.tsv").stream().map(row -> row[0]).collect(Collectors.toUnmodifiableSet());
    private final Map<Locale, Letters> languages = new TreeMap<>(Comparator.comparing(Locale::toLanguageTag));

    LanguageGuesser(Vocabulary vocabulary, Normalizer normalizer) {
        this.normalizer = normalizer;
        vocabulary.counts().forEach((language, words) -> languages.put(language, Letters.of(words)));
    }

    /** @return empty for a text without a word, or with none but those that all languages share */
    public Optional<Locale> guess(String text) {
        var words = Arrays.stream(Tokens.of(normalizer.normalize(text)))
                .filter(Tokens::isWord)
                .map(Tokens::fold)
                .filter(word -> !international.contains(word))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return languages.entrySet().stream()
                .max(Comparator.comparingDouble(language -> language.getValue().likelihood(words)))
                .map(Map.Entry::getKey);
    }

    /** How often a language has each run of letters. */
    private record Letters(Map<String, Integer> runs, long total) {
        static Letters of(Map<String, Integer> words) {
            Map<String, Integer> runs = new HashMap<>();
            words.forEach((word, count) -> Vocabulary.runs(word).forEach(run -> runs.merge(run, count, Integer::sum)));
            return new Letters(
                    runs, runs.values().stream().mapToLong(Integer::longValue).sum());
        }

        double likelihood(List<String> words) {
            return words.stream()
                    .flatMap(word -> Vocabulary.runs(word).stream())
                    .mapToDouble(run -> Math.log((runs.getOrDefault(run, 0) + 0.5) / (total + runs.size())))
                    .sum();
        }
    }
}
