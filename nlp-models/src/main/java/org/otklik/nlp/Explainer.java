package org.otklik.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;

/** Takes the score of a text apart: what each of its features adds for one intent and for another. */
final class Explainer {
    /** Where OpenNLP keeps what was learned of each feature. */
    private static final int FEATURES = 1;

    private final IntentModel model;
    private final Map<String, Context> learned;

    @SuppressWarnings("unchecked") // OpenNLP hands out its parts without their types
    Explainer(IntentModel model) {
        this.model = model;
        this.learned = (Map<String, Context>) model.model().getDataStructures()[FEATURES];
    }

    List<Explanation.Contribution> contributions(Event event, String intent, String rival) {
        List<Explanation.Contribution> contributions = new ArrayList<>();
        var context = event.getContext();
        for (int at = 0; at < context.length; at++) {
            var parameters = learned.get(context[at]);
            if (parameters != null) {
                double points = event.getValues()[at] * (of(parameters, intent) - of(parameters, rival));
                contributions.add(new Explanation.Contribution(
                        FeatureKind.of(context[at].charAt(0)), context[at].substring(1), points));
            }
        }
        return contributions;
    }

    private double of(Context context, String intent) {
        int outcome = model.model().getIndex(intent);
        var outcomes = context.getOutcomes();
        for (int at = 0; at < outcomes.length; at++) {
            if (outcomes[at] == outcome) {
                return context.getParameters()[at];
            }
        }
        return 0;
    }
}
