package org.otklik.nlu.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.nlu.time.DateValue.Interval;

/** What months, seasons and quarters without a year mean, by where the clause looks. */
final class Periods {
    private static final int MONTHS_OF_SEASON = 3;
    /** A month that is not longer past than this is meant as past, unless the clause looks ahead. */
    private static final int RECENT_MONTHS = 3;

    private Periods() {}

    /** The month that goes on or comes, or has just gone by; in what happened, the one that goes on or the last. */
    static DateExpression month(Month month) {
        return reference -> {
            var current = YearMonth.from(reference.today());
            var candidate = current.withMonth(month.getValue());
            boolean isRecent =
                    reference.direction() == Direction.OPEN && !candidate.isBefore(current.minusMonths(RECENT_MONTHS));
            if (reference.direction() == Direction.NEAREST) {
                candidate = nearest(candidate, current);
            } else if (reference.isPast() && candidate.isAfter(current)) {
                candidate = candidate.minusYears(1);
            } else if (!reference.isPast() && candidate.isBefore(current) && !isRecent) {
                candidate = candidate.plusYears(1);
            }
            return Optional.of(new DateValue.Month(candidate));
        };
    }

    private static YearMonth nearest(YearMonth month, YearMonth current) {
        return Stream.of(month.minusYears(1), month, month.plusYears(1))
                .min(Comparator.comparingLong(candidate -> Math.abs(ChronoUnit.MONTHS.between(current, candidate))))
                .orElseThrow();
    }

    /** "Next June", "last June": the first after this month, the last before it; "this June" of this year. */
    static DateExpression month(Month month, int which) {
        return reference -> {
            var current = YearMonth.from(reference.today());
            var candidate = current.withMonth(month.getValue());
            if (which > 0) {
                candidate = candidate.plusYears(candidate.isAfter(current) ? which - 1L : which);
            } else if (which < 0) {
                candidate = candidate.plusYears(candidate.isBefore(current) ? which + 1L : which);
            }
            return Optional.of(new DateValue.Month(candidate));
        };
    }

    static DateExpression monthAfterNext(Month month) {
        var next = month(month, 1);
        return next.then(
                value -> new DateValue.Month(YearMonth.from(value.first()).plusYears(1)));
    }

    static DateExpression year(int year) {
        return _ -> Optional.of(new DateValue.Year(Year.of(year)));
    }

    static DateExpression unit(Unit unit, int move) {
        return reference -> Optional.of(unit.around(reference.today(), move));
    }

    /** "The last year" up to today. */
    static DateExpression recent(Unit unit) {
        return reference ->
                Optional.of(new Interval(reference.today().minus(unit.count(BigDecimal.ONE)), reference.today()));
    }

    /** So many whole units before this one, or after it where the count is positive. */
    static DateExpression several(Unit unit, int count) {
        return reference -> {
            var near = unit.around(reference.today(), count < 0 ? -1 : 1);
            var far = unit.around(reference.today(), count);
            return Optional.of(
                    count < 0 ? new Interval(far.first(), near.last()) : new Interval(near.first(), far.last()));
        };
    }

    static DateExpression weekend(int which) {
        return which == 0
                ? Days.weekend()
                : reference -> {
                    var saturday =
                            Days.monday(reference.today()).plusWeeks(which).plusDays(5);
                    return Optional.of(new Interval(saturday, saturday.plusDays(1)));
                };
    }

    /** The season that goes on or comes; in what happened, the one that goes on or the last. */
    static DateExpression season(Month first) {
        return reference -> {
            var today = reference.today();
            var season = seasonIn(first, today.getYear() - 1);
            for (int year = today.getYear(); season.last().isBefore(today); year++) {
                season = seasonIn(first, year);
            }
            boolean isAhead = season.first().isAfter(today);
            return Optional.of(
                    reference.isPast() && isAhead
                            ? seasonIn(first, season.first().getYear() - 1)
                            : season);
        };
    }

    static DateExpression season(Month first, int which) {
        return reference -> {
            if (which == 0) {
                return thisSeason(first, reference);
            }
            int year = ((Interval) season(first)
                            .at(reference.looking(Direction.FUTURE))
                            .orElseThrow())
                    .first()
                    .getYear();
            var coming = seasonIn(first, year);
            boolean goesOn = !coming.first().isAfter(reference.today());
            int move = which > 0 && !goesOn ? which - 1 : which;
            return Optional.of(seasonIn(first, year + move));
        };
    }

    /** "This spring" is of this year, and the winter that goes on or comes. */
    private static Optional<DateValue> thisSeason(Month first, Reference reference) {
        var last = seasonIn(first, reference.today().getYear() - 1);
        boolean goesOn = !last.last().isBefore(reference.today());
        return Optional.of(goesOn ? last : seasonIn(first, reference.today().getYear()));
    }

    static DateExpression seasonOf(Month first, int year) {
        return _ -> Optional.of(seasonIn(first, year));
    }

    static DateExpression quarter(int number) {
        return reference -> {
            int year = reference.today().getYear();
            var quarter = quarterIn(number, year);
            if (reference.isPast() && quarter.first().isAfter(reference.today())) {
                quarter = quarterIn(number, year - 1);
            }
            return Optional.of(quarter);
        };
    }

    static DateExpression quarterOf(int number, int year) {
        return _ -> Optional.of(quarterIn(number, year));
    }

    private static Interval seasonIn(Month first, int year) {
        var start = LocalDate.of(year, first, 1);
        return new Interval(start, start.plusMonths(MONTHS_OF_SEASON).minusDays(1));
    }

    private static Interval quarterIn(int number, int year) {
        var start = LocalDate.of(year, (number - 1) * MONTHS_OF_SEASON + 1, 1);
        return new Interval(start, start.plusMonths(MONTHS_OF_SEASON).minusDays(1));
    }
}
