package org.otklik.nlp;

import java.util.List;
import org.otklik.nlp.Explanation.Sign;

/**
 * Decides whether a text belongs to any intent, by how undecided the model is, how much it likes the class of strangers and how much of the
 * text it knows: a logistic regression over those few signals.
 */
record Scope(double undecided, double strange, double known, double length, double bias) {
    /** For a model that has seen no strangers: the fit on our intents without the class of strangers, which other corpora bear out. */
    static final Scope ANY = new Scope(-1.3, 0, 2.5, 0, 0);

    private static final int ROUNDS = 3_000;
    private static final double RATE = 0.3;

    /**
     * @param entropy of the intents that are allowed, in nats
     * @param strangeness log of the odds that the text is a stranger's rather than of the best intent
     * @param coverage share of the words that the training data has
     * @param words how many words the text has, as a logarithm
     */
    record Signals(double entropy, double strangeness, double coverage, double words) {}

    record Example(Signals signals, boolean isInScope) {}

    double of(Signals signals) {
        return 1 / (1 + Math.exp(-logit(signals)));
    }

    private double logit(Signals signals) {
        return undecided * signals.entropy
                + strange * signals.strangeness
                + known * signals.coverage
                + length * signals.words
                + bias;
    }

    /** What each signal adds; whatever is left of the sum is the same for all texts. */
    List<Explanation.Signal> pulls(Signals signals) {
        return List.of(
                new Explanation.Signal(Sign.ENTROPY, signals.entropy, undecided * signals.entropy),
                new Explanation.Signal(Sign.STRANGENESS, signals.strangeness, strange * signals.strangeness),
                new Explanation.Signal(Sign.COVERAGE, signals.coverage, known * signals.coverage),
                new Explanation.Signal(Sign.WORDS, signals.words, length * signals.words));
    }

    /** Both kinds weigh the same in the fit; then the border is moved until it refuses no more than that share of what is in scope. */
    static Scope learn(List<Example> examples, double refusedInScope) {
        var fitted = new Scope(0, 0, 0, 0, 0);
        long inside = examples.stream().filter(Example::isInScope).count();
        for (int round = 0; round < ROUNDS; round++) {
            fitted = fitted.stepped(examples, inside);
        }
        var last = fitted;
        var logits = examples.stream()
                .filter(Example::isInScope)
                .mapToDouble(example -> last.logit(example.signals))
                .sorted()
                .toArray();
        double border = logits[(int) (logits.length * refusedInScope)];
        return new Scope(last.undecided, last.strange, last.known, last.length, last.bias - border);
    }

    private Scope stepped(List<Example> examples, long inside) {
        double[] step = new double[5];
        for (var example : examples) {
            double share = 0.5 / (example.isInScope ? inside : examples.size() - inside);
            double error = ((example.isInScope ? 1 : 0) - of(example.signals)) * share;
            step[0] += error * example.signals.entropy;
            step[1] += error * example.signals.strangeness;
            step[2] += error * example.signals.coverage;
            step[3] += error * example.signals.words;
            step[4] += error;
        }
        return new Scope(
                undecided + RATE * step[0],
                strange + RATE * step[1],
                known + RATE * step[2],
                length + RATE * step[3],
                bias + RATE * step[4]);
    }
}
