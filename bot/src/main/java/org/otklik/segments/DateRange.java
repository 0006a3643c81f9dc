package org.otklik.segments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days in a row.
 *
 * @param from the first day; empty: since ever
 * @param to the last day; empty: without end
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final DateRange EVER = new DateRange(Optional.empty(), Optional.empty());

    public static DateRange of(LocalDate from, LocalDate to) {
        return new DateRange(Optional.of(from), Optional.of(to));
    }

    public static DateRange year(int year) {
        return of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public static DateRange since(LocalDate from) {
        return new DateRange(Optional.of(from), Optional.empty());
    }

    public static DateRange until(LocalDate to) {
        return new DateRange(Optional.empty(), Optional.of(to));
    }
}
