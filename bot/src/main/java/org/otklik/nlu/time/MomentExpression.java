package org.otklik.nlu.time;

import java.time.LocalDateTime;
import java.util.Optional;

/** A date with a time as said, such as "tomorrow at ten". */
@FunctionalInterface
public interface MomentExpression {
    /** The local time, or empty where there is no such one. */
    Optional<LocalDateTime> at(Reference reference);
}
