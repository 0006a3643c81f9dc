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
        return classification(judged);
    }

    /**
     * Takes a decision apart: the likeliest intent against the next.
     *
     * @throws IllegalArgumentException when fewer than two intents are allowed
     */
    public Explanation explain(String text, Predicate<String> allowed) {
        return explain(text, allowed, best(judge(text, allowed), intent -> true));
    }

    /**
     * Takes a decision apart: that intent against the likeliest of the others.
     *
     * @param intent one that is allowed, or {@link Corpus#OUT_OF_SCOPE}
     * @throws IllegalArgumentException when the model has not learned it, or no other is allowed
     */
    public Explanation explain(String text, Predicate<String> allowed, String intent) {
        if (!labels.contains(intent)) {
            throw new IllegalArgumentException("not an intent of the model: " + intent);
        }
        var judged = judge(text, allowed);
        var rival = best(judged, other -> !other.equals(intent));
        var contributions = new ArrayList<>(
                new Explainer(model).contributions(model.weights().weigh("", features.of(text)), intent, rival));
        double speaker = Math.log(weight(intent, allowed) / weight(rival, allowed));
        if (speaker != 0) {
            contributions.add(new Explanation.Contribution(FeatureKind.SPEAKER, "", speaker));
        }
        return new Explanation(
                List.of(features.tokens(text)),
                classification(judged),
                model.scope().pulls(judged.signals),
                intent,
                rival,
                contributions);
    }

    private static String best(Judged judged, Predicate<String> condition) {
        return judged.ranked.stream()
                .map(Ranked::label)
                .filter(condition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a decision needs two intents that are allowed"));
    }

    private boolean isStaff(Predicate<String> allowed) {
        return labels.stream().anyMatch(label -> catalogue.isForStaff(label) && allowed.test(label));
    }

    private double weight(String intent, Predicate<String> allowed) {
        return isStaff(allowed) ? catalogue.staffWeight(intent) : 1;
    }

    private Classification classification(Judged judged) {
        return new Classification(judged.ranked, model.scope().of(judged.signals), judged.unreal);
    }

    record Judged(List<Ranked> ranked, double unreal, Scope.Signals signals) {}

    Judged judge(String text, Predicate<String> allowed) {
        var said = features.of(text);
        var event = model.weights().weigh("", said);
        var odds = model.model().eval(event.getContext(), event.getValues());
        boolean isStaff = isStaff(allowed);
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
        double unreal = model.reality().map(reality -> reality.unreal(event)).orElse(0.0);
        return new Judged(ranked, unreal, signals(ranked, Math.log(strange / best), said));
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
