package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;

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

/** Days by their place in a longer time: the first Tuesday of October, the last day of May. */
final class NthRules {
    private NthRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(
                        DATE,
                        NthRules::nthWeekday,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(WEEKDAY),
                        one(OF, WITHIN_OF),
                        one(DATE)),
                rule(DATE, NthRules::nthWeekday, maybe(THE), one(Numbers.ORDINAL_NUMBER), one(WEEKDAY), one(DATE)),
                rule(DATE, NthRules::lastWeekday, one(WHICH, RECENT), one(WEEKDAY), maybe(OF, WITHIN_OF), one(DATE)),
                rule(
                        DATE,
                        NthRules::nthDay,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(UNIT),
                        maybe(OF, WITHIN_OF),
                        one(DATE)),
                rule(
                        DATE,
                        NthRules::fromTheEnd,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER),
                        one(LAST_DAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE)),
                rule(
                        DATE,
                        m -> within(m, value -> Optional.of(value.last())),
                        one(LAST_DAY),
                        maybe(OF, WITHIN_OF),
                        one(DATE)),
                rule(DATE, NthRules::closest, one(CLOSEST), one(WEEKDAY), one(TO), one(DATE)));
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
        DateExpression whole = match.get(DATE);
        return Optional.of(reference -> whole.at(reference)
                .filter(value -> !value.first().equals(value.last()))
                .flatMap(choice)
                .map(DateValue.Day::new));
    }
}
