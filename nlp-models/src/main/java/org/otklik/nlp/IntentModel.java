package org.otklik.nlp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.GISModel;

/**
 * All that a training leaves behind.
 *
 * @param reality of the same features as the model; none where the corpus has nothing unreal
 */
record IntentModel(
        GISModel model, Optional<Reality> reality, FeatureWeights weights, Vocabulary vocabulary, Scope scope) {
    IntentModel with(Scope other, Optional<Reality> calibrated) {
        return new IntentModel(model, calibrated, weights, vocabulary, other);
    }

    /** For a model of nearly the same corpus, whose borders were not looked for. */
    IntentModel withBordersOf(IntentModel other) {
        var calibrated = reality.map(own ->
                new Reality(own.model(), other.reality().map(Reality::border).orElse(own.border())));
        return with(other.scope(), calibrated);
    }

    /** The outcomes in the order of their odds. */
    List<String> labels() {
        return IntStream.range(0, model.getNumOutcomes())
                .mapToObj(model::getOutcome)
                .toList();
    }
}
