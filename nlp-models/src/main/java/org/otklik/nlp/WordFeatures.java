package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** The words as they were said, and beside each pair of neighbours and each pair with one word between them, their stems. */
public final class WordFeatures implements FeatureGenerator {
    private static final String STEM = "s";

    private final Lexicon lexicon;

    WordFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    static boolean isStem(String feature) {
        return feature.startsWith(STEM);
    }

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        List<String> features = new ArrayList<>();
        var stems = lexicon.new Stems();
        var before = "^";
        var earlier = "";
        for (var token : tokens) {
            var word = Shapes.of(token);
            var stem = stems.of(word);
            features.add("w" + word);
            features.add(STEM + stem);
            features.add("b" + before + ' ' + stem);
            if (!earlier.isEmpty()) {
                features.add("k" + earlier + ' ' + stem);
            }
            earlier = before;
            before = stem;
        }
        features.add("b" + before + " $");
        return features;
    }
}
