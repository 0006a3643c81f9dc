package org.otklik.nlp;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words of the training data by language, with how often each was said. */
final class Vocabulary {
    /** What a word that nobody used can be worth at most, made of familiar letters all through. */
    private static final double BEST_STRANGER = 0.7;

    private final Map<Locale, Map<String, Integer>> counts;
    private final Map<String, Integer> words = new HashMap<>();
    private final Set<String> runs = new HashSet<>();

    Vocabulary(Map<Locale, Map<String, Integer>> counts) {
        this.counts = counts;
        counts.values()
                .forEach(language -> language.forEach((word, count) -> {
                    words.merge(word, count, Integer::sum);
                    runs.addAll(runs(word));
                }));
    }

    /** Leaves out what is written in a script unlike its language's: Russian in Latin letters is not a vocabulary to read by. */
    static Vocabulary of(Corpus corpus) {
        Map<Locale, List<Words>> said = new HashMap<>();
        for (var utterance : corpus.utterances()) {
            said.computeIfAbsent(utterance.language(), any -> new ArrayList<>()).add(Words.of(utterance.text()));
        }
        Map<Locale, Map<String, Integer>> counts = new HashMap<>();
        said.forEach((language, texts) -> {
            Map<String, Integer> words = new TreeMap<>();
            var script = usual(texts.stream().map(Words::script));
            texts.stream()
                    .filter(text -> text.script() == script)
                    .flatMap(text -> text.words().stream())
                    .forEach(word -> words.merge(word, 1, Integer::sum));
            counts.put(language, words);
        });
        return new Vocabulary(counts);
    }

    private record Words(List<String> words, UnicodeScript script) {
        static Words of(String text) {
            var words = Arrays.stream(Tokens.of(text))
                    .filter(Tokens::isWord)
                    .map(Tokens::fold)
                    .toList();
            return new Words(words, usual(words.stream().map(word -> UnicodeScript.of(word.codePointAt(0)))));
        }
    }

    private static UnicodeScript usual(Stream<UnicodeScript> scripts) {
        Map<UnicodeScript, Integer> counts = new TreeMap<>();
        scripts.forEach(script -> counts.merge(script, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
    }

    Map<Locale, Map<String, Integer>> counts() {
        return counts;
    }

    Set<String> words() {
        return words.keySet();
    }

    int count(String word) {
        return words.getOrDefault(word, 0);
    }

    /** From 0 to 1: one for a known word, less the fewer of its runs of three letters were ever seen. */
    double familiarity(String word) {
        if (words.containsKey(word)) {
            return 1;
        }
        var runs = runs(word);
        return BEST_STRANGER * runs.stream().filter(this.runs::contains).count() / runs.size();
    }

    static List<String> runs(String word) {
        var bordered = '_' + word + '_';
        var runs = new String[bordered.length() - 2];
        Arrays.setAll(runs, at -> bordered.substring(at, at + 3));
        return List.of(runs);
    }

    /** The most frequent word for each form that the respelling gives. */
    Map<String, String> by(Respelling respelling) {
        Map<String, String> index = new HashMap<>();
        for (var word : words.keySet()) {
            index.merge(respelling.of(word), word, (one, other) -> moreFrequent(one, other));
        }
        return index;
    }

    private String moreFrequent(String one, String other) {
        int difference = count(one) - count(other);
        boolean first = difference == 0 ? one.compareTo(other) < 0 : difference > 0;
        return first ? one : other;
    }
}
