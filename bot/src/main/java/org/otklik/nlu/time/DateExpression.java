package org.otklik.nlu.time;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A date as said, such as "next Friday": a day once it is known when it was said. */
@FunctionalInterface
public interface DateExpression {
    /** The date, or empty where there is no such one (the fifth Monday of February). */
    Optional<DateValue> at(Reference reference);

    default DateExpression then(UnaryOperator<DateValue> change) {
        return reference -> at(reference).map(change);
    }
}
