package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.DAY_NUMBER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;

/** Days by their place in a longer time: the first Tuesday of October, the last day of May. */
final class NthRules {
    /** The unit that goes on, where it is named without saying so: the last Friday of the month. */
    private static final Symbol<DateExpression> WITHIN = new Symbol<>("within");

    private static final int DAYS_OF_WEEK = 7;

    private NthRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(WITHIN, NthRules::thisUnit, maybe(THE), one(UNIT)),
                rule(
                        DATE,
                        NthRules::nthWeekday,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(WEEKDAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(
                        DATE,
                        NthRules::nthWeekdayAfter,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(WEEKDAY),
                        one(PAST, AFTER_PREFIX),
                        one(DATE)),
                rule(DATE, NthRules::nthWeekdayAfter, maybe(THE), one(WEEKDAY), one(PAST, AFTER_PREFIX), one(DATE)),
                rule(
                        DATE,
                        NthRules::lastWeekday,
                        one(WHICH, RECENT),
                        one(WEEKDAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(
                        DATE,
                        NthRules::dayOfUnit,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        maybe(NUMBER_DAY),
                        maybe(OF),
                        one(DATE)),
                rule(DATE, NthRules::dayOfUnit, one(DAY_NUMBER), one(NUMBER_DAY, OF), one(DATE)),
                rule(DATE, NthRules::dayOfUnit, maybe(THE), one(Numbers.ORDINAL_NUMBER), one(OF), one(WITHIN)),
                rule(
                        DATE,
                        NthRules::nthWeek,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER, WHICH, RECENT),
                        one(UNIT),
                        maybe(OF, WITHIN_OF),
                        one(DATE)),
                rule(DATE, NthRules::weekOf, maybe(THE), one(UNIT), one(OF), one(DATE)),
                rule(
                        DATE,
                        NthRules::nthWeekend,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER, WHICH, RECENT),
                        one(WEEKEND),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(DATE, NthRules::weekendOf, maybe(THE), one(WEEKEND), one(OF), one(DATE)),
                rule(
                        DATE,
                        NthRules::nthDay,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(UNIT),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(
                        DATE,
                        NthRules::fromTheEnd,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(LAST_DAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(DATE, NthRules::lastButOne, one(LAST_DAY_BUT_ONE), maybe(OF, WITHIN_OF), one(DATE, WITHIN)),
                rule(
                        DATE,
                        m -> within(m, value -> Optional.of(value.last())),
                        one(LAST_DAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE, WITHIN)),
                rule(DATE, NthRules::closest, one(CLOSEST), one(WEEKDAY), one(TO, BY), one(DATE)));
    }

    private static Optional<DateExpression> nthWeekday(Match match) {
        int nth = match.get(Numbers.ORDINAL_NUMBER);
        return within(match, value -> {
            var day = value.first()
                    .with(TemporalAdjusters.nextOrSame(match.get(WEEKDAY)))
                    .plusWeeks(nth - 1L);
            return Optional.of(day).filter(found -> !found.isAfter(value.last()));
        });
    }

    private static Optional<DateExpression> thisUnit(Match match) {
        var unit = match.get(UNIT);
        boolean isLong = !unit.isOfDay() && unit.unit() != ChronoUnit.DAYS;
        return isLong ? Optional.of(Periods.unit(unit, 0)) : Optional.empty();
    }

    /** "The Tuesday after Christmas", "the third Tuesday after Christmas". */
    private static Optional<DateExpression> nthWeekdayAfter(Match match) {
        int nth = match.find(Numbers.ORDINAL_NUMBER).orElse(1);
        var weekday = match.get(WEEKDAY);
        DateExpression date = match.get(DATE);
        return Optional.of(date.then(value -> new DateValue.Day(
                value.last().with(TemporalAdjusters.next(weekday)).plusWeeks(nth - 1L))));
    }

    /** "The 20th of next month": a day by its number in the month. */
    private static Optional<DateExpression> dayOfUnit(Match match) {
        int nth = match.find(Numbers.ORDINAL_NUMBER)
                .or(() -> match.find(DAY_NUMBER))
                .orElse(0);
        DateExpression whole = whole(match);
        return nth < 1
                ? Optional.empty()
                : Optional.of(reference -> whole.at(reference)
                        .filter(DateValue.Month.class::isInstance)
                        .filter(month -> nth <= month.last().getDayOfMonth())
                        .map(month -> new DateValue.Day(month.first().withDayOfMonth(nth))));
    }

    /** The first week of a month is its first seven days, the last one its last. */
    private static Optional<DateExpression> nthWeek(Match match) {
        if (!match.get(UNIT).equals(Unit.WEEK)) {
            return Optional.empty();
        }
        if (match.has(Numbers.ORDINAL_NUMBER)) {
            int nth = match.get(Numbers.ORDINAL_NUMBER);
            return interval(
                    match,
                    value -> Optional.of(value.first().plusDays((nth - 1L) * DAYS_OF_WEEK))
                            .filter(first -> nth >= 1 && !first.isAfter(value.last()))
                            .map(first -> interval(first, DAYS_OF_WEEK, value)));
        }
        return isLast(match)
                ? interval(
                        match,
                        value -> Optional.of(interval(value.last().minusDays(DAYS_OF_WEEK - 1L), DAYS_OF_WEEK, value)))
                : Optional.empty();
    }

    private static Optional<DateExpression> nthWeekend(Match match) {
        if (match.has(Numbers.ORDINAL_NUMBER)) {
            int nth = match.get(Numbers.ORDINAL_NUMBER);
            return interval(
                    match,
                    value -> Optional.of(value.first()
                                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                                    .plusWeeks(nth - 1L))
                            .filter(saturday -> nth >= 1 && !saturday.isAfter(value.last()))
                            .map(NthRules::weekend));
        }
        return isLast(match)
                ? interval(
                        match,
                        value -> Optional.of(
                                weekend(value.last().with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY)))))
                : Optional.empty();
    }

    private static boolean isLast(Match match) {
        return match.find(WHICH).orElse(-1) == -1;
    }

    /** "The week of 6 October". */
    private static Optional<DateExpression> weekOf(Match match) {
        return match.get(UNIT).equals(Unit.WEEK)
                ? Optional.of(around(match, day -> {
                    var monday = Days.monday(day);
                    return new DateValue.Interval(monday, monday.plusDays(DAYS_OF_WEEK - 1L));
                }))
                : Optional.empty();
    }

    /** "The weekend of 4 July": the nearest to it. */
    private static Optional<DateExpression> weekendOf(Match match) {
        return Optional.of(around(match, day -> {
            var saturday = Days.monday(day).with(DayOfWeek.SATURDAY);
            boolean isEarly = day.getDayOfWeek().compareTo(DayOfWeek.TUESDAY) <= 0;
            return weekend(isEarly ? saturday.minusWeeks(1) : saturday);
        }));
    }

    private static DateExpression around(Match match, Function<LocalDate, DateValue> choice) {
        DateExpression date = match.get(DATE);
        return reference -> date.at(reference)
                .filter(value -> value.first().equals(value.last()))
                .map(value -> choice.apply(value.first()));
    }

    private static DateValue weekend(LocalDate saturday) {
        return new DateValue.Interval(saturday, saturday.plusDays(1));
    }

    private static DateValue interval(LocalDate first, int days, DateValue whole) {
        var last = first.plusDays(days - 1L);
        return new DateValue.Interval(first, last.isAfter(whole.last()) ? whole.last() : last);
    }

    private static Optional<DateExpression> interval(Match match, Function<DateValue, Optional<DateValue>> choice) {
        DateExpression whole = whole(match);
        return Optional.of(reference -> whole.at(reference)
                .filter(value -> !value.first().equals(value.last()))
                .flatMap(choice));
    }

    private static DateExpression whole(Match match) {
        return match.find(DATE).or(() -> match.find(WITHIN)).orElseThrow();
    }

    private static Optional<DateExpression> lastWeekday(Match match) {
        if (match.find(WHICH).filter(which -> which != -1).isPresent()) {
            return Optional.empty();
        }
        return within(
                match, value -> Optional.of(value.last().with(TemporalAdjusters.previousOrSame(match.get(WEEKDAY)))));
    }

    private static Optional<DateExpression> nthDay(Match match) {
        if (match.get(UNIT).unit() != ChronoUnit.DAYS) {
            return Optional.empty();
        }
        int nth = match.get(Numbers.ORDINAL_NUMBER);
        return within(
                match,
                value -> Optional.of(value.first().plusDays(nth - 1L)).filter(day -> !day.isAfter(value.last())));
    }

    private static Optional<DateExpression> lastButOne(Match match) {
        return within(match, value -> Optional.of(value.last().minusDays(1)));
    }

    private static Optional<DateExpression> fromTheEnd(Match match) {
        int nth = match.get(Numbers.ORDINAL_NUMBER);
        return within(
                match,
                value -> Optional.of(value.last().minusDays(nth - 1L)).filter(day -> !day.isBefore(value.first())));
    }

    private static Optional<DateExpression> closest(Match match) {
        DayOfWeek weekday = match.get(WEEKDAY);
        DateExpression date = match.get(DATE);
        return Optional.of(date.then(value -> {
            var before = value.first().with(TemporalAdjusters.previousOrSame(weekday));
            var after = value.first().with(TemporalAdjusters.nextOrSame(weekday));
            boolean isBefore =
                    ChronoUnit.DAYS.between(before, value.first()) < ChronoUnit.DAYS.between(value.first(), after);
            return new DateValue.Day(isBefore ? before : after);
        }));
    }

    /** A day within the time that the match ends with; none within a single day. */
    private static Optional<DateExpression> within(Match match, Function<DateValue, Optional<LocalDate>> choice) {
        DateExpression whole = whole(match);
        return Optional.of(reference -> whole.at(reference)
                .filter(value -> !value.first().equals(value.last()))
                .flatMap(choice)
                .map(DateValue.Day::new));
    }
}
