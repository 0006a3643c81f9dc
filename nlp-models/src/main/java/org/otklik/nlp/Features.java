package org.otklik.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** All that the model looks at in a text. */
final class Features {
    /** Every text has it: how frequent an intent is anyhow. */
    private static final String ALWAYS = "1";

    private final Lexicon lexicon = new Lexicon();
    private final Normalizer normalizer;
    private final Spelling spelling;
    private final List<FeatureGenerator> generators = List.of(
            new WordFeatures(lexicon),
            new NameFeatures(lexicon),
            new CharacterFeatures(),
            new ConceptFeatures(lexicon),
            new NegationFeatures(lexicon));

    Features(Vocabulary vocabulary, Normalizer normalizer) {
        this.normalizer = normalizer;
        this.spelling = new Spelling(vocabulary, lexicon);
    }

    List<String> of(String text) {
        var tokens = tokens(text);
        List<String> features = new ArrayList<>();
        features.add(ALWAYS);
        for (var generator : generators) {
            features.addAll(generator.extractFeatures(tokens, Map.of()));
        }
        return features;
    }

    /** The tokens as they were meant: typed with the right letters, in full, spelt as others spell them. */
    String[] tokens(String text) {
        var tokens = Tokens.of(normalizer.normalize(text));
        var stemmer = lexicon.new Stems();
        for (int at = 0; at < tokens.length; at++) {
            if (Tokens.isWord(tokens[at])) {
                tokens[at] = meant(tokens[at], at == 0, stemmer);
            }
        }
        return tokens;
    }

    private String meant(String token, boolean isFirst, Lexicon.Stems stemmer) {
        var word = Tokens.fold(token);
        var full = lexicon.inFull(word);
        if (!full.equals(word)) {
            return full;
        }
        boolean isName = !isFirst && Character.isUpperCase(token.codePointAt(0));
        if (isName || spelling.isKnown(word, stemmer)) {
            return token;
        }
        var corrected = spelling.corrected(word);
        return corrected.equals(word) ? token : corrected;
    }
}
