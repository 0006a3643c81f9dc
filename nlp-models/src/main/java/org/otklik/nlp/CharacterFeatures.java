package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** Runs of two to five characters within each word and its borders: what survives a typing error or an unknown ending. */
public final class CharacterFeatures implements FeatureGenerator {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        List<String> features = new ArrayList<>();
        for (var token : tokens) {
            if (Tokens.isWord(token)) {
                var word = '_' + Tokens.fold(token) + '_';
                for (int length = SHORTEST; length <= LONGEST; length++) {
                    for (int from = 0; from + length <= word.length(); from++) {
                        features.add("c" + word.substring(from, from + length));
                    }
                }
            }
        }
        return features;
    }
}
