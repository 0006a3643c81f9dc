package org.otklik.nlp;

import java.util.HashSet;
import java.util.Set;

/** Corrects one slip (a letter too few, too many, another, or two swapped) in a word that the training data does not know. */
final class Spelling {
    /** Shorter words are one slip away from too many others, longer ones are no words. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 24;

    /** What was said only once is not what somebody likely meant. */
    private static final int RARE = 1;

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final Set<String> stems = new HashSet<>();

    Spelling(Vocabulary vocabulary, Lexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        var stemmer = lexicon.new Stems();
        vocabulary.words().forEach(word -> stems.add(stemmer.of(word)));
    }

    boolean isKnown(String word, Lexicon.Stems stemmer) {
        return vocabulary.count(word) > 0 || stems.contains(stemmer.of(word));
    }

    /** The most frequent word one slip away, or the word itself; folded both. */
    String corrected(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return word;
        }
        var search = new Search(word);
        var alphabet = lexicon.alphabet(word);
        for (int at = 0; at <= word.length(); at++) {
            var head = word.substring(0, at);
            var tail = word.substring(at);
            if (!tail.isEmpty()) {
                search.look(head + tail.substring(1));
            }
            if (tail.length() > 1) {
                search.look(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2));
            }
            for (int letter = 0; letter < alphabet.length(); letter++) {
                search.look(head + alphabet.charAt(letter) + tail);
                if (!tail.isEmpty()) {
                    search.look(head + alphabet.charAt(letter) + tail.substring(1));
                }
            }
        }
        return search.best;
    }

    private final class Search {
        private String best;
        private int count = RARE;

        Search(String word) {
            this.best = word;
        }

        void look(String candidate) {
            int said = vocabulary.count(candidate);
            if (said > count) {
                count = said;
                best = candidate;
            }
        }
    }
}
