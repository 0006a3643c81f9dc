package org.otklik.nlp;

import java.util.List;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Event;

/**
 * Tells whether a text wants what it speaks of. It knows nothing of intents: "no need for a receipt" and "no need to call" have in common what
 * matters here, and to the model of the intents it would be the receipt that matters.
 *
 * @param model with the outcomes {@link #REAL} and {@link Corpus#UNREAL}
 * @param border the probability from which a text is taken for unreal, from 0 to 1
 */
record Reality(GISModel model, double border) {
    static final String REAL = "real";
    private static final double UNTOLD = 0.5;
    private static final double TINY = 1e-9;

    Reality(GISModel model) {
        this(model, UNTOLD);
    }

    /** So that no more than a share of what is real is taken for unreal. */
    Reality taking(double share, List<Double> ofReal) {
        var sorted = ofReal.stream().sorted().toList();
        double last = sorted.get((int) Math.ceil(sorted.size() * (1 - share)) - 1);
        return new Reality(model, Math.max(last, TINY));
    }

    /** From 0 to 1, a half at the border. */
    double unreal(Event event) {
        double odds = odds(probability(event)) / odds(border);
        return odds / (1 + odds);
    }

    /** As the model has it, whatever the border. */
    double probability(Event event) {
        return model.eval(event.getContext(), event.getValues())[model.getIndex(Corpus.UNREAL)];
    }

    private static double odds(double probability) {
        return (probability + TINY) / (1 - probability + TINY);
    }
}
