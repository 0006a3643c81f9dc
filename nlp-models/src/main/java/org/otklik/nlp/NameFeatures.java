package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/** Neighbours as the word features have them, with names (capital letters inside a sentence) replaced by the fact that there is one. */
public final class NameFeatures implements FeatureGenerator {
    private static final String NAME = "<name>";

    private final Lexicon lexicon;

    NameFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        List<String> kinds = new ArrayList<>();
        var stems = lexicon.new Stems();
        for (int at = 0; at < tokens.length; at++) {
            if (isName(tokens, at)) {
                if (kinds.isEmpty() || !kinds.getLast().equals(NAME)) {
                    kinds.add(NAME);
                }
            } else {
                kinds.add(stems.of(Shapes.of(tokens[at])));
            }
        }
        List<String> features = new ArrayList<>();
        var before = "^";
        for (var kind : kinds) {
            if (kind.equals(NAME) || before.equals(NAME)) {
                features.add("n" + before + ' ' + kind);
            }
            before = kind;
        }
        if (before.equals(NAME)) {
            features.add("n" + NAME + " $");
        }
        if (kinds.contains(NAME)) {
            features.add("n" + NAME);
        }
        return features;
    }

    private static boolean isName(String[] tokens, int at) {
        return isCapital(tokens[at]) && (at > 0 || (tokens.length > 1 && isCapital(tokens[1])));
    }

    private static boolean isCapital(String token) {
        return Character.isUpperCase(token.charAt(0)) && token.length() > 1 && Character.isLowerCase(token.charAt(1));
    }
}
