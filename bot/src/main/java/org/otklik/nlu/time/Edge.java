package org.otklik.nlu.time;

import java.time.LocalDate;
import java.util.Locale;
import org.otklik.nlu.time.DateValue.Day;
import org.otklik.nlu.time.DateValue.Interval;

/** The part of a longer time that is meant: its beginning, its end. */
enum Edge {
    START,
    EARLY,
    MIDDLE,
    /** The very end: the last day. */
    END,
    LATE;

    private static final int THIRD = 10;

    static Edge named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    DateValue of(DateValue whole) {
        var first = whole.first();
        var last = whole.last();
        return switch (this) {
            case END -> new Day(last);
            case START, EARLY -> isMonth(whole) ? new Interval(first, first.plusDays(THIRD - 1L)) : new Day(first);
            case MIDDLE ->
                isMonth(whole)
                        ? new Interval(first.plusDays(THIRD), first.plusDays(2L * THIRD - 1))
                        : new Day(middle(first, last));
            case LATE -> isMonth(whole) ? new Interval(first.plusDays(2L * THIRD), last) : new Day(last);
        };
    }

    private static boolean isMonth(DateValue value) {
        return value instanceof DateValue.Month;
    }

    private static LocalDate middle(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay((first.toEpochDay() + last.toEpochDay()) / 2);
    }
}
