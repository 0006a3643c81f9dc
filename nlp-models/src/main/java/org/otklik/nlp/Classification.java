package org.otklik.nlp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a text may mean, the likeliest first.
 *
 * @param inScope from 0 to 1: how sure it is that the text belongs to any intent at all. Calibrated on voices that the model had
 *     not heard, so that below a half the text is better refused
 * @param unreal from 0 to 1: how likely it only speaks of what it may mean, and wants nothing done
 */
public record Classification(List<Ranked> ranked, double inScope, double unreal) {
    private static final double REFUSED_BELOW = 0.5;
    private static final double UNREAL_FROM = 0.5;
    /** Saying no to something is what these are for. */
    private static final Set<String> OBJECTIONS = Set.of("conversation.deny", "conversation.correct");

    public Classification {
        ranked = List.copyOf(ranked);
    }

    /** What is as real as can be. */
    public Classification(List<Ranked> ranked, double inScope) {
        this(ranked, inScope, 0);
    }

    /** The same where some intents are out of the question. */
    public Classification without(Set<String> labels) {
        return new Classification(
                ranked.stream().filter(one -> !labels.contains(one.label())).toList(), inScope, unreal);
    }

    /** Whether it is refused, only imagined or somebody else's affair, so that nothing must be done or written because of it. */
    public boolean isUnreal() {
        return unreal >= UNREAL_FROM
                && best().filter(best -> OBJECTIONS.contains(best.label())).isEmpty();
    }

    public boolean isRefused() {
        return inScope < REFUSED_BELOW || ranked.isEmpty();
    }

    /** The likeliest intent, unless the text belongs to none. */
    public Optional<Ranked> best() {
        return isRefused() ? Optional.empty() : Optional.of(ranked.getFirst());
    }
}
