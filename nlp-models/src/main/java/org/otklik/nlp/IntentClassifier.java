package org.otklik.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Says what a text means. Safe for threads; a message of usual length takes a fraction of a millisecond. */
public final class IntentClassifier {
    /** Keeps the logarithm of what never happens finite. */
    private static final double TINY = 1e-9;

    private final IntentModel model;
    private final Features features;
    private final IntentCatalogue catalogue;
    private final List<String> labels;

    IntentClassifier(IntentModel model, Features features, IntentCatalogue catalogue) {
        this.model = model;
        this.features = features;
        this.catalogue = catalogue;
        this.labels = model.labels();
    }

    /**
     * Ranks the intents that are allowed; the others are as if they did not exist. Whoever is allowed an intent of staff is staff, and
     * rarely means what donors and visitors do.
     */
    public Classification classify(String text, Predicate<String> allowed) {
        var judged = judge(text, allowed);
        return new Classification(judged.ranked, model.scope().of(judged.signals));
    }

    record Judged(List<Ranked> ranked, Scope.Signals signals) {}

    Judged judge(String text, Predicate<String> allowed) {
        var said = features.of(text);
        var event = model.weights().weigh("", said);
        var odds = model.model().eval(event.getContext(), event.getValues());
        boolean isStaff = labels.stream().anyMatch(label -> catalogue.isForStaff(label) && allowed.test(label));
        List<Ranked> likely = new ArrayList<>();
        double strange = TINY;
        double mass = TINY;
        for (int at = 0; at < odds.length; at++) {
            var label = labels.get(at);
            if (label.equals(Corpus.OUT_OF_SCOPE)) {
                strange += odds[at];
            } else if (allowed.test(label)) {
                double weighted = isStaff ? odds[at] * catalogue.staffWeight(label) : odds[at];
                likely.add(new Ranked(label, weighted));
                mass += weighted;
            }
        }
        double all = mass;
        var ranked = likely.stream()
                .map(one -> new Ranked(one.label(), one.confidence() / all))
                .sorted(Comparator.comparingDouble(Ranked::confidence).reversed())
                .toList();
        double best = ranked.isEmpty() ? TINY : ranked.getFirst().confidence() * all + TINY;
        return new Judged(ranked, signals(ranked, Math.log(strange / best), said));
    }

    private Scope.Signals signals(List<Ranked> ranked, double strangeness, List<String> said) {
        double entropy = 0;
        for (var one : ranked) {
            if (one.confidence() > 0) {
                entropy -= one.confidence() * Math.log(one.confidence());
            }
        }
        var stems = said.stream().filter(WordFeatures::isStem).toList();
        long known = stems.stream().filter(model.weights()::isKnown).count();
        double coverage = stems.isEmpty() ? 0 : (double) known / stems.size();
        return new Scope.Signals(entropy, strangeness, coverage, Math.log1p(stems.size()));
    }
}
