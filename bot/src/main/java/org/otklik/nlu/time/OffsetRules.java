package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.LENGTH;
import static org.otklik.nlu.time.Times.MOMENT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;

/** Times by how far they are: in two weeks, three days ago, an hour from now, a year from Christmas. */
final class OffsetRules {
    /** "A" before a unit: "a week ago". */
    private static final Symbol<String> A = Numbers.ONE;

    private OffsetRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(
                        DATE,
                        m -> days(m, 1),
                        one(IN, IN_BARE),
                        maybe(ABOUT),
                        maybe(A),
                        one(LENGTH),
                        maybe(HENCE, IN_TIME)),
                rule(DATE, m -> days(m, 1), maybe(A), one(LENGTH), one(HENCE)),
                rule(DATE, m -> days(m, -1), maybe(A), one(LENGTH), one(AGO)),
                rule(
                        MOMENT,
                        m -> moment(m, 1),
                        one(IN, IN_BARE),
                        maybe(ABOUT),
                        maybe(A),
                        one(LENGTH),
                        maybe(HENCE, IN_TIME)),
                rule(
                        MOMENT,
                        m -> moment(m, 1),
                        one(IN, IN_BARE),
                        maybe(A),
                        one(LENGTH),
                        maybe(AND),
                        maybe(A),
                        one(LENGTH),
                        maybe(HENCE, IN_TIME)),
                rule(MOMENT, m -> moment(m, 1), one(IN_BARE, IN), one(LENGTH), one(Numbers.NUMBER)),
                rule(MOMENT, m -> moment(m, 1), maybe(A), one(LENGTH), one(HENCE)),
                rule(MOMENT, m -> moment(m, -1), maybe(A), one(LENGTH), one(AGO)),
                rule(
                        DATE,
                        OffsetRules::weekdaysAhead,
                        maybe(IN),
                        one(Numbers.NUMBER),
                        one(WEEKDAYS, WEEKDAY),
                        one(HENCE)),
                rule(DATE, OffsetRules::beforeDate, maybe(A), one(LENGTH), one(BEFORE), one(DATE)),
                rule(
                        DATE,
                        OffsetRules::fromDate,
                        maybe(IN, IN_BARE, A),
                        maybe(A),
                        one(LENGTH),
                        one(FROM, PAST, IN, AFTER_PREFIX),
                        one(DATE)),
                rule(DATE, OffsetRules::weekdayThen, one(IN, IN_BARE), maybe(A), one(LENGTH), maybe(ON), one(WEEKDAY)),
                rule(DATE, OffsetRules::monthLater, one(MONTH, MONTH_MAYBE), one(IN, IN_BARE), one(LENGTH)));
    }

    private static Optional<DateExpression> days(Match match, int sign) {
        var length = match.get(LENGTH);
        return length.isOfDay() || isBare(match) || isBehind(match)
                ? Optional.empty()
                : Optional.of(reference ->
                        Optional.of(away(length, reference.today(), sign)).filter(_ -> !isSequel(match, reference)));
    }

    /** "After ten hours at the shelter": so much of something, and no time from now. */
    private static boolean isBehind(Match match) {
        int to = match.to();
        var chart = match.chart();
        return match.has(IN)
                && chart.has(match.from(), PAST)
                && (chart.has(to, AT) || chart.has(to, ON) || chart.has(to, OF) || chart.has(to, WITHIN_OF));
    }

    /** "After two weeks he called": from then on, whenever that was. */
    private static boolean isSequel(Match match, Reference reference) {
        return reference.isPast() && match.has(IN) && match.chart().has(match.from(), PAST);
    }

    /** "In week" is no English: a unit by itself wants an article, unless the preposition is one that needs none. */
    private static boolean isBare(Match match) {
        return match.has(IN)
                && !match.has(A)
                && match.nodes().stream()
                        .filter(node -> node.symbol() == LENGTH)
                        .findFirst()
                        .filter(node -> node.length() == 1)
                        .isPresent();
    }

    /** A number of years away is a month, not a day: nobody means it more exactly. */
    private static DateValue away(Length length, LocalDate day, int sign) {
        var moved = sign > 0 ? day.plus(length.period()) : day.minus(length.period());
        boolean isYears = length.unit().unit() == ChronoUnit.YEARS;
        return isYears ? new DateValue.Month(YearMonth.from(moved)) : new DateValue.Day(moved);
    }

    private static Optional<MomentExpression> moment(Match match, int sign) {
        var first = match.get(LENGTH);
        if (!first.isOfDay() || isBare(match) || isApart(match) || isBehind(match)) {
            return Optional.empty();
        }
        var minutes = match.find(Numbers.NUMBER)
                .map(number -> number.within(1, 59).orElse(0))
                .orElse(0);
        var second = match.all(LENGTH).stream().skip(1).findFirst();
        if (second.isPresent() && !second.get().isOfDay()) {
            return Optional.empty();
        }
        var duration = first.duration()
                .plusMinutes(minutes)
                .plus(second.map(Length::duration).orElse(Duration.ZERO));
        return Optional.of(reference -> Optional.of(
                        reference.now().plus(duration.multipliedBy(sign)).truncatedTo(ChronoUnit.MINUTES))
                .filter(_ -> !isSequel(match, reference)));
    }

    /** "In 2h15", but "in 2 hours 15 people": minutes without their word touch the hours in English. */
    private static boolean isApart(Match match) {
        return match.has(IN) && match.has(Numbers.NUMBER) && !match.tokens().isJoined(match.to() - 1);
    }

    private static Optional<DateExpression> weekdaysAhead(Match match) {
        var weekday = match.find(WEEKDAYS).or(() -> match.find(WEEKDAY)).orElseThrow();
        var count = match.get(Numbers.NUMBER).within(1, 100);
        return count.isEmpty()
                ? Optional.empty()
                : Optional.of(reference -> Optional.of(new DateValue.Day(
                        reference.today().with(TemporalAdjusters.next(weekday)).plusWeeks(count.getAsInt() - 1L))));
    }

    private static Optional<DateExpression> fromDate(Match match) {
        var length = match.get(LENGTH);
        var date = match.get(DATE);
        return length.isOfDay() || isBeginning(match) || isRate(match)
                ? Optional.empty()
                : Optional.of(reference -> date.at(reference)
                        .filter(value -> !(value instanceof DateValue.Month))
                        .map(value -> new DateValue.Day(value.first().plus(length.period()))));
    }

    /** "75 a week from 1 June": behind a sum it is how often. */
    private static boolean isRate(Match match) {
        boolean isBare =
                match.nodes().getFirst().symbol() == LENGTH && match.chart().has(match.from() - 1, A);
        int sumEnd = isBare ? match.from() - 1 : match.from();
        boolean isOfUnit = isBare || match.nodes().getFirst().symbol() == A;
        return isOfUnit
                && (match.chart().endsBefore(sumEnd, Numbers.NUMBER)
                        || match.chart().endsBefore(sumEnd, Numbers.CURRENCY));
    }

    /** "Two weeks from Friday" is a day; "for two weeks from Friday", "two weeks starting Friday" are how long and since when. */
    private static boolean isBeginning(Match match) {
        boolean isFrom = match.has(FROM) && !match.has(IN) && !match.has(IN_BARE);
        boolean isRussian = match.nodes().stream()
                .anyMatch(node -> node.symbol() == LENGTH
                        && match.tokens().at(node.to() - 1).isCyrillic());
        boolean isStart = match.nodes().stream()
                .anyMatch(node -> node.symbol() == FROM && match.chart().has(node.from(), STARTING));
        return isFrom && (isRussian || isStart || isForPeriod(match));
    }

    private static boolean isForPeriod(Match match) {
        return match.chart().has(match.from() - 1, FOR_PERIOD)
                || (match.chart().has(match.from() - 1, A) && match.chart().has(match.from() - 2, FOR_PERIOD));
    }

    /** In Russian "a month from June on" has a month that is no length, but how often something is done. */
    static boolean isPerUnit(Match match) {
        return match.tokens().at(match.from()).isCyrillic()
                && match.has(FROM)
                && match.nodes().getFirst().symbol() == LENGTH
                && match.nodes().getFirst().length() == 1;
    }

    private static Optional<DateExpression> beforeDate(Match match) {
        var length = match.get(LENGTH);
        return length.isOfDay()
                ? Optional.empty()
                : Optional.of(match.get(DATE)
                        .then(value -> new DateValue.Day(value.first().minus(length.period()))));
    }

    private static Optional<DateExpression> weekdayThen(Match match) {
        var length = match.get(LENGTH);
        return length.unit().unit() == ChronoUnit.WEEKS
                ? Optional.of(Days.weekdayOfWeek(
                        match.get(WEEKDAY),
                        length.number().intValue() * length.unit().times()))
                : Optional.empty();
    }

    private static Optional<DateExpression> monthLater(Match match) {
        var length = match.get(LENGTH);
        return length.unit().unit() == ChronoUnit.YEARS
                ? Optional.of(reference -> Optional.of(new DateValue.Month(
                        YearMonth.of(reference.today().plus(length.period()).getYear(), DayRules.month(match)))))
                : Optional.empty();
    }
}
