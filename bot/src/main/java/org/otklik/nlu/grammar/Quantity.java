package org.otklik.nlu.grammar;

import java.math.BigDecimal;
import java.util.OptionalInt;

/** A number, and how it was put. */
public record Quantity(BigDecimal value, Form form) {
    /** How a number was put. */
    public enum Form {
        /** Plain digits: 250. */
        DIGITS,
        /** Words below a hundred, or not ending in a scale: two hundred and fifty. */
        WORDS,
        /** With a scale, which counts of things rarely have: 5k, two thousand. */
        SCALED,
        /** Not meant exactly: a couple. */
        VAGUE
    }

    public boolean isWhole() {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** The whole number if it is within these bounds. */
    public OptionalInt within(int least, int most) {
        boolean isWithin = isWhole()
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
        return isWithin ? OptionalInt.of(value.intValueExact()) : OptionalInt.empty();
    }
}
