package org.otklik.nlp;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a text was taken for an intent rather than for another one, and why for any intent at all.
 *
 * @param words of the text as the features see them: in full, spelt as others spell them
 * @param signals what {@link Classification#inScope()} was decided by
 * @param intent the one that is explained
 * @param rival the likeliest of the others, which it is compared with
 * @param contributions of all features of the text that the model knows, what spoke most for the intent first
 */
public record Explanation(
        List<String> words,
        Classification classification,
        List<Signal> signals,
        String intent,
        String rival,
        List<Contribution> contributions) {
    public Explanation {
        words = List.copyOf(words);
        signals = List.copyOf(signals);
        contributions = contributions.stream()
                .sorted(Comparator.comparingDouble(Contribution::points).reversed())
                .toList();
    }

    /** What is looked at to tell whether a text belongs to any intent. */
    public enum Sign {
        /** How undecided the model is among the intents: entropy in nats. */
        ENTROPY,
        /** Logarithm of how much likelier a stranger's text it is than one of the best intent. */
        STRANGENESS,
        /** Share of the words that the training data has. */
        COVERAGE,
        /** Logarithm of one more than the number of words. */
        WORDS
    }

    /** @param pull above 0 towards an intent, below 0 towards a refusal: log odds */
    public record Signal(Sign sign, double value, double pull) {}

    /**
     * What one feature said.
     *
     * @param feature what it found, without its kind
     * @param points above 0 for the intent, below 0 for the rival: how much it added to the logarithm of the odds between both
     */
    public record Contribution(FeatureKind kind, String feature, double points) {}

    /** The logarithm of how many times as likely as the rival the intent is: what all contributions add up to. */
    public double difference() {
        return contributions.stream().mapToDouble(Contribution::points).sum();
    }

    /** What spoke for the intent, the strongest first. */
    public Stream<Contribution> speakingFor() {
        return contributions.stream().filter(one -> one.points > 0);
    }

    /** What spoke for the rival, the strongest first. */
    public Stream<Contribution> speakingAgainst() {
        return contributions.reversed().stream().filter(one -> one.points < 0);
    }
}
