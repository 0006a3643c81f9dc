package org.otklik.nlu.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.nlu.time.DateValue.Day;
import org.otklik.nlu.time.DateValue.Interval;

/** What days without a year, a month or a week mean, by where the clause looks. */
final class Days {
    /** A day without a year that is not longer past than this is meant as past, unless the clause looks ahead. */
    private static final int RECENT_DAYS = 45;

    private static final int MONTHS_TO_TRY = 12;

    private Days() {}

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static DateExpression day(LocalDate day) {
        return _ -> Optional.of(new Day(day));
    }

    static DateExpression relative(int days) {
        return reference -> Optional.of(new Day(reference.today().plusDays(days)));
    }

    /** On that very weekday a week later is meant, or a week earlier for what happened. */
    static DateExpression weekday(DayOfWeek weekday) {
        return reference -> {
            var adjuster = reference.isPast() ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday);
            return Optional.of(new Day(reference.today().with(adjuster)));
        };
    }

    /** The weekday of the week that many weeks from this one. */
    static DateExpression weekdayOfWeek(DayOfWeek weekday, int weeks) {
        return reference ->
                Optional.of(new Day(monday(reference.today()).plusWeeks(weeks).plusDays(weekday.getValue() - 1L)));
    }

    /** "This Friday": the coming one; in what happened, today's or the last. */
    static DateExpression thisWeekday(DayOfWeek weekday) {
        return reference -> reference.isPast()
                ? Optional.of(new Day(reference.today().with(TemporalAdjusters.previousOrSame(weekday))))
                : weekday(weekday).at(reference);
    }

    /** A day with its weekday: of the year, or the one before or after, in which they agree. */
    static DateExpression agreeing(DateExpression day, DayOfWeek weekday) {
        return reference -> day.at(reference).map(value -> {
            var found = value.first();
            return Stream.of(found, found.plusYears(1), found.minusYears(1))
                    .filter(candidate -> candidate.getDayOfWeek() == weekday)
                    .findFirst()
                    .<DateValue>map(Day::new)
                    .orElse(value);
        });
    }

    static DateExpression monthDay(MonthDay day) {
        return reference -> {
            var today = reference.today();
            var next = near(day, today.getYear(), 1, today);
            var last = near(day, today.getYear(), -1, today);
            if (next.equals(today)) {
                return Optional.of(new Day(today));
            }
            return Optional.of(new Day(
                    switch (reference.direction()) {
                        case PAST -> last;
                        case FUTURE -> next;
                        case NEAREST -> isNearer(last, next, today) ? last : next;
                        case OPEN -> last.isBefore(today.minusDays(RECENT_DAYS)) ? next : last;
                    }));
        };
    }

    /** Whether a day that is past is nearer than one that comes. */
    static boolean isNearer(LocalDate past, LocalDate coming, LocalDate today) {
        return ChronoUnit.DAYS.between(past, today) < ChronoUnit.DAYS.between(today, coming);
    }

    /** The day in the first year from this one on, ahead or back, that has it on that side of today. */
    private static LocalDate near(MonthDay day, int year, int step, LocalDate today) {
        int candidate = year;
        while (!day.isValidYear(candidate) || day.atYear(candidate).compareTo(today) * step < 0) {
            candidate += step;
        }
        return day.atYear(candidate);
    }

    static Optional<DateExpression> fullDate(int year, int month, int day) {
        try {
            return Optional.of(day(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<DateExpression> monthDay(int month, int day) {
        try {
            return Optional.of(monthDay(MonthDay.of(month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "The 25th": of this month or the nearest that has such a day. */
    static DateExpression dayOfMonth(int day) {
        return reference -> {
            var month = YearMonth.from(reference.today());
            int step = reference.isPast() ? -1 : 1;
            for (int i = 0; i < MONTHS_TO_TRY; i++) {
                var candidate = month.plusMonths((long) i * step);
                if (candidate.isValidDay(day) && isOnTheSide(candidate.atDay(day), reference)) {
                    return Optional.of(new Day(candidate.atDay(day)));
                }
            }
            return Optional.empty();
        };
    }

    /** "Tuesday 19th": the next month, or the last one, in which they agree. */
    static DateExpression weekdayAndNumber(DayOfWeek weekday, int number) {
        return reference -> {
            var month = YearMonth.from(reference.today());
            for (int i = 0; i < MONTHS_TO_TRY; i++) {
                var candidate = month.plusMonths(reference.isPast() ? -i : i);
                if (candidate.isValidDay(number)
                        && candidate.atDay(number).getDayOfWeek() == weekday
                        && isOnTheSide(candidate.atDay(number), reference)) {
                    return Optional.of(new Day(candidate.atDay(number)));
                }
            }
            return Optional.empty();
        };
    }

    /** The coming weekend, or this one while it lasts; the last one in what happened. */
    static DateExpression weekend() {
        return reference -> {
            var saturday = monday(reference.today()).plusDays(5);
            var first = reference.isPast() && saturday.isAfter(reference.today()) ? saturday.minusWeeks(1) : saturday;
            return Optional.of(new Interval(first, first.plusDays(1)));
        };
    }

    private static boolean isOnTheSide(LocalDate day, Reference reference) {
        return reference.isPast() ? !day.isAfter(reference.today()) : !day.isBefore(reference.today());
    }
}
