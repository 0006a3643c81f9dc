package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * What stands behind a negation, as a feature of its own: "don't merge" has little in common with "merge" (Pang, Lee and Vaithyanathan, 2002, who
 * mark all words up to the next mark; here only the next few, since people leave out the marks).
 */
public final class NegationFeatures implements FeatureGenerator {
    private static final int REACH = 3;

    private final Lexicon lexicon;

    NegationFeatures(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Collection<String> extractFeatures(String[] tokens, Map<String, Object> extra) {
        var stems = lexicon.new Stems();
        List<String> features = new ArrayList<>();
        int reach = 0;
        boolean isFirst = true;
        for (var token : tokens) {
            var word = Tokens.fold(token);
            if (!Tokens.isWord(token)) {
                reach = 0;
                isFirst = true;
            } else if (lexicon.isNegation(word)) {
                features.add(isFirst ? "x^" : "x!");
                reach = REACH;
                isFirst = false;
            } else {
                if (reach > 0) {
                    var stem = stems.of(word);
                    features.add("x" + stem);
                    lexicon.concepts(stem).forEach(concept -> features.add("x>" + concept));
                    reach--;
                }
                isFirst = false;
            }
        }
        return features;
    }
}
