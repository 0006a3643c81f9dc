package org.otklik.nlp;

import java.util.List;
import java.util.Optional;

/**
 * What a text may mean, the likeliest first.
 *
 * @param inScope from 0 to 1: how sure it is that the text belongs to any intent at all. Calibrated on voices that the model had
 *     not heard, so that below a half the text is better refused
 */
public record Classification(List<Ranked> ranked, double inScope) {
    private static final double REFUSED_BELOW = 0.5;

    public Classification {
        ranked = List.copyOf(ranked);
    }

    public boolean isRefused() {
        return inScope < REFUSED_BELOW || ranked.isEmpty();
    }

    /** The likeliest intent, unless the text belongs to none. */
    public Optional<Ranked> best() {
        return isRefused() ? Optional.empty() : Optional.of(ranked.getFirst());
    }
}
