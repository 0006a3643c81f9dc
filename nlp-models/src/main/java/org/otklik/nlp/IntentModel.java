package org.otklik.nlp;

import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.GISModel;

/** All that a training leaves behind. */
record IntentModel(GISModel model, FeatureWeights weights, Vocabulary vocabulary, Scope scope) {
    IntentModel with(Scope other) {
        return new IntentModel(model, weights, vocabulary, other);
    }

    /** The outcomes in the order of their odds. */
    List<String> labels() {
        return IntStream.range(0, model.getNumOutcomes())
                .mapToObj(model::getOutcome)
                .toList();
    }
}
