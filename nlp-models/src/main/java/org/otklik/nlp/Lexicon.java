package org.otklik.nlp;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.stemmer.Stemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;

/** What is known of the languages beside the training data: stemmers, alphabets, words of chats, words of one meaning. */
final class Lexicon {
    private final Map<UnicodeScript, ALGORITHM> stemmers = new EnumMap<>(UnicodeScript.class);
    private final Map<UnicodeScript, String> alphabets = new EnumMap<>(UnicodeScript.class);
    private final Map<String, String> colloquial = new HashMap<>();
    private final Map<String, List<String>> concepts = new HashMap<>();
    private final Set<String> negations = new HashSet<>();

    Lexicon() {
        for (var row : Resource.rows("languages.tsv")) {
            var script = UnicodeScript.valueOf(row[1]);
            stemmers.put(script, ALGORITHM.valueOf(row[2]));
            alphabets.put(script, row[3]);
        }
        for (var row : Resource.rows("languages.tsv")) {
            read(row[0]);
        }
    }

    private void read(String language) {
        for (var row : Resource.rows("colloquial." + language + ".tsv")) {
            colloquial.put(Tokens.fold(row[0]), Tokens.fold(row[1]));
        }
        Resource.rows("negations." + language + ".tsv").forEach(row -> negations.add(Tokens.fold(row[0])));
        var stems = new Stems();
        for (var row : Resource.rows("concepts." + language + ".tsv")) {
            for (var word : row[1].split(" ")) {
                var meanings = concepts.computeIfAbsent(stems.of(Tokens.fold(word)), any -> new ArrayList<>());
                if (!meanings.contains(row[0])) {
                    meanings.add(row[0]);
                }
            }
        }
    }

    /** The word that a shortened one stands for, or the word itself; both folded. */
    String inFull(String word) {
        return colloquial.getOrDefault(word, word);
    }

    /** Whether a word, folded, denies what is said behind it. */
    boolean isNegation(String word) {
        return negations.contains(word);
    }

    /** What a word with this stem may be about. */
    List<String> concepts(String stem) {
        return concepts.getOrDefault(stem, List.of());
    }

    /** The letters that a word like this could have been meant to have. */
    String alphabet(String word) {
        return alphabets.getOrDefault(script(word), "");
    }

    private static UnicodeScript script(String word) {
        return UnicodeScript.of(word.codePointAt(0));
    }

    /** Stems by the script of a word. Made anew for each text: Snowball stemmers keep what they work on, and are not safe for threads. */
    final class Stems {
        private final Map<UnicodeScript, Stemmer> made = new EnumMap<>(UnicodeScript.class);

        String of(String word) {
            var script = script(word);
            var algorithm = stemmers.get(script);
            if (algorithm == null || !Character.isLetter(word.codePointAt(0))) {
                return word;
            }
            return made.computeIfAbsent(script, any -> new SnowballStemmer(algorithm))
                    .stem(word)
                    .toString();
        }
    }
}
