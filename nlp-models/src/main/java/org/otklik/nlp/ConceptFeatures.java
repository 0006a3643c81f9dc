package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** What the words are about, and every two of those in the order that they come in: the same in each language. */
public final class ConceptFeatures implements FeatureGenerator {
    /** In a long message what is far apart has little to do with each other, and all pairs would be too many. */
    private static final int NEAR = 12;

    private final Lexicon lexicon;

    ConceptFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        var stems = lexicon.new Stems();
        var said = Arrays.stream(tokens)
                .filter(Tokens::isWord)
                .map(token -> lexicon.concepts(stems.of(Tokens.fold(token))))
                .filter(concepts -> !concepts.isEmpty())
                .toList();
        List<String> features = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            for (var concept : said.get(at)) {
                features.add("y" + concept);
                for (int later = at + 1; later < Math.min(said.size(), at + NEAR); later++) {
                    for (var other : said.get(later)) {
                        if (!other.equals(concept)) {
                            features.add("z" + concept + '>' + other);
                        }
                    }
                }
            }
        }
        return features;
    }
}
