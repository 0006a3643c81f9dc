package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.DASH;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.DAY_NUMBER;
import static org.otklik.nlu.time.Times.LENGTH;
import static org.otklik.nlu.time.Times.SOLE_DATE;
import static org.otklik.nlu.time.Times.YEAR_NUMBER;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;

/** From one day to another: 13 to 15 July, from Monday till Friday, ten days from the 18th. */
final class IntervalRules {
    /** A whole interval, apart from dates, so that no interval is made of intervals. */
    private static final Symbol<DateExpression> INTERVAL = new Symbol<>("interval");

    /** Further back, or over more years, two numbers are rather sums. */
    private static final int FIRST_YEAR = 1980;

    private static final int LONGEST_SPAN = 30;

    private IntervalRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(
                        INTERVAL,
                        IntervalRules::numbersAndMonth,
                        maybe(FROM, BETWEEN),
                        maybe(THE),
                        one(DAY_NUMBER),
                        one(DASH, TO, AND),
                        maybe(THE),
                        one(DAY_NUMBER),
                        maybe(OF),
                        one(MONTH, MONTH_MAYBE),
                        maybe(YEAR_NUMBER)),
                rule(
                        INTERVAL,
                        IntervalRules::monthAndNumbers,
                        maybe(FROM),
                        one(MONTH, MONTH_MAYBE),
                        maybe(THE),
                        one(DAY_NUMBER),
                        one(DASH, TO),
                        maybe(THE),
                        one(DAY_NUMBER)),
                rule(
                        INTERVAL,
                        IntervalRules::numbers,
                        one(FROM),
                        one(DAY_NUMBER),
                        one(TO),
                        one(DAY_NUMBER),
                        one(NUMBER_DAY)),
                rule(
                        INTERVAL,
                        IntervalRules::years,
                        one(FROM, BETWEEN),
                        one(YEAR_NUMBER),
                        one(DASH, TO, AND),
                        one(YEAR_NUMBER)),
                rule(INTERVAL, IntervalRules::dates, one(FROM), one(DATE), one(DASH, TO, BY), one(DATE)),
                rule(INTERVAL, IntervalRules::dates, one(BETWEEN), one(DATE), one(AND), one(DATE)),
                rule(INTERVAL, IntervalRules::dates, one(DATE), one(DASH, TO), one(DATE)),
                rule(SOLE_DATE, IntervalRules::length, maybe(FOR_PERIOD), one(LENGTH), one(FROM), one(DATE)),
                rule(SOLE_DATE, IntervalRules::length, maybe(FROM), one(DATE), one(FOR_PERIOD), one(LENGTH)),
                rule(DATE, m -> Optional.of(m.get(INTERVAL)), one(INTERVAL)));
    }

    /** "From 2014 to 2016", but no sums of money. */
    private static Optional<DateExpression> years(Match match) {
        int first = match.get(YEAR_NUMBER);
        int last = match.second(YEAR_NUMBER);
        boolean isSpan = first < last
                && last - first <= LONGEST_SPAN
                && first >= FIRST_YEAR
                && Numbers.standsAlone(match.chart(), match.to());
        return isSpan
                ? Optional.of(_ -> Optional.of(new DateValue.Interval(
                        Year.of(first).atDay(1), Year.of(last).atMonth(12).atEndOfMonth())))
                : Optional.empty();
    }

    private static Optional<DateExpression> numbersAndMonth(Match match) {
        return sameMonth(match, match.get(DAY_NUMBER), match.second(DAY_NUMBER));
    }

    private static Optional<DateExpression> monthAndNumbers(Match match) {
        return match.tokens().at(match.to() - 1).isWord()
                ? Optional.empty()
                : sameMonth(match, match.get(DAY_NUMBER), match.second(DAY_NUMBER));
    }

    private static Optional<DateExpression> sameMonth(Match match, int from, int to) {
        int month = DayRules.month(match).getValue();
        if (to < from) {
            return Optional.empty();
        }
        var first = match.find(YEAR_NUMBER)
                .map(year -> Days.fullDate(year, month, from))
                .orElseGet(() -> Days.monthDay(month, from));
        var isDay = Days.fullDate(2000, month, to).isPresent();
        return isDay ? first.map(start -> start.then(value -> until(value, to))) : Optional.empty();
    }

    private static DateValue until(DateValue value, int lastDay) {
        var month = YearMonth.from(value.first());
        var last = month.atDay(Math.min(lastDay, month.lengthOfMonth()));
        return new DateValue.Interval(value.first(), last.isBefore(value.first()) ? value.first() : last);
    }

    private static Optional<DateExpression> numbers(Match match) {
        int from = match.get(DAY_NUMBER);
        int to = match.second(DAY_NUMBER);
        return to < from ? Optional.empty() : Optional.of(Days.dayOfMonth(from).then(value -> until(value, to)));
    }

    /** The end is sought from the beginning on. */
    private static Optional<DateExpression> dates(Match match) {
        DateExpression from = match.get(DATE);
        DateExpression to = match.second(DATE);
        return Optional.of(reference -> from.at(reference)
                .flatMap(start -> to.at(reference.from(start.first()))
                        .map(end -> isLong(start, end)
                                ? from.at(reference.before(end.first())).orElse(start)
                                : start)
                        .flatMap(near -> to.at(reference.from(near.first()))
                                .filter(end -> end.last().isAfter(near.first()))
                                .map(end -> new DateValue.Interval(near.first(), end.last())))));
    }

    /** Whether the end named a year that the beginning has to share. */
    private static boolean isLong(DateValue start, DateValue end) {
        return start.first().plusYears(1).isBefore(end.first());
    }

    /** In a sentence these are two things: how long it takes, and when it begins. */
    private static Optional<DateExpression> length(Match match) {
        var length = match.get(LENGTH);
        return length.isOfDay() || OffsetRules.isPerUnit(match)
                ? Optional.empty()
                : Optional.of(match.get(DATE)
                        .then(value -> new DateValue.Interval(
                                value.first(), value.first().plus(length.period()))));
    }
}
