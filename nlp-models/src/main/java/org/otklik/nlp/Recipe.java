package org.otklik.nlp;

import java.util.Map;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.model.AbstractDataIndexer;
import opennlp.tools.util.TrainingParameters;

/**
 * The choices of a training: passes over the data, the step and how much is left out in each, how many texts a feature must
 * occur in, and how much each group of features counts.
 */
record Recipe(int rounds, double rate, double dropout, int leastTexts, Map<Character, Float> groups) {
    /** Chosen on held-out voices of our intents, and on held-out parts of the training halves of public sets. */
    static final Recipe USUAL = new Recipe(
            30,
            0.5,
            0.5,
            2,
            Map.of(
                    'w', 0.3f, 's', 0.7f, 'b', 0.4f, 'k', 0.3f, 'c', 0.7f, 'n', 0.3f, 'y', 0.7f, 'z', 0.5f, 'x', 0.5f,
                    '1', 0.7f));

    TrainingParameters parameters() {
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, rounds);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_REAL_VALUE);
        parameters.put(AbstractDataIndexer.SORT_PARAM, false);
        parameters.put(DropoutTrainer.RATE, rate);
        parameters.put(DropoutTrainer.DROPOUT, dropout);
        parameters.put(DropoutTrainer.SEED, 1);
        return parameters;
    }
}
