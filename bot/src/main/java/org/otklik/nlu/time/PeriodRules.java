package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.COMMA;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.BARE_YEAR;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.SOLE_DATE;
import static org.otklik.nlu.time.Times.YEAR_NUMBER;

import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;

/** Times longer than a day: June, next week, this summer, the second quarter, 2025. */
final class PeriodRules {
    private PeriodRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(DATE, m -> Optional.of(Periods.month(m.get(MONTH))), one(MONTH)),
                rule(
                        DATE,
                        PeriodRules::monthAfterPreposition,
                        one(IN, ON, BY, FROM, SINCE, OF, FOR_PERIOD, SPAN_OF, TO),
                        one(MONTH_MAYBE)),
                rule(
                        DATE,
                        PeriodRules::monthAndYearAfterPreposition,
                        one(IN, ON, BY, FROM, SINCE, OF, FOR_PERIOD, SPAN_OF, TO),
                        one(MONTH_MAYBE),
                        maybe(COMMA, OF),
                        one(YEAR_NUMBER)),
                rule(SOLE_DATE, m -> Optional.of(Periods.month(m.get(MONTH_MAYBE))), one(MONTH_MAYBE)),
                rule(DATE, PeriodRules::monthAndYear, one(MONTH, MONTH_MAYBE), maybe(COMMA, OF), one(YEAR_NUMBER)),
                rule(
                        DATE,
                        m -> Optional.of(Periods.month(DayRules.month(m), m.get(WHICH))),
                        one(WHICH),
                        one(MONTH, MONTH_MAYBE)),
                rule(
                        DATE,
                        m -> Optional.of(Periods.monthAfterNext(DayRules.month(m))),
                        one(MONTH, MONTH_MAYBE),
                        one(AFTER_NEXT)),
                rule(DATE, PeriodRules::monthOfYear, one(MONTH, MONTH_MAYBE), maybe(OF), one(WHICH), one(UNIT)),
                rule(DATE, PeriodRules::whichUnit, one(WHICH), one(UNIT)),
                rule(DATE, PeriodRules::recentUnit, one(RECENT), one(UNIT)),
                rule(DATE, PeriodRules::severalUnits, one(WHICH, RECENT, COMING), one(Numbers.NUMBER), one(UNIT)),
                rule(DATE, m -> Optional.of(Periods.unit(m.get(UNIT), 2)), one(UNIT), one(AFTER_NEXT)),
                rule(DATE, m -> Optional.of(Periods.unit(m.get(UNIT), -2)), one(UNIT), one(BEFORE_LAST)),
                rule(DATE, m -> Optional.of(Days.weekend()), maybe(ON), maybe(THE), one(WEEKEND)),
                rule(DATE, m -> Optional.of(Periods.weekend(m.get(WHICH))), one(WHICH), one(WEEKEND)),
                rule(DATE, m -> alone(m, Periods.season(m.get(SEASON))), maybe(THE), one(SEASON)),
                rule(DATE, m -> Optional.of(Periods.season(m.get(SEASON), m.get(WHICH))), one(WHICH), one(SEASON)),
                rule(
                        DATE,
                        m -> Optional.of(Periods.seasonOf(m.get(SEASON), m.get(YEAR_NUMBER))),
                        one(SEASON),
                        maybe(OF),
                        one(YEAR_NUMBER)),
                rule(
                        DATE,
                        PeriodRules::quarter,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER, Numbers.NUMBER),
                        one(QUARTER_WORD)),
                rule(
                        DATE,
                        PeriodRules::quarter,
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER, Numbers.NUMBER),
                        one(QUARTER_WORD),
                        maybe(OF),
                        one(YEAR_NUMBER)),
                rule(DATE, PeriodRules::quarter, one(YEAR_NUMBER), one(QUARTER)),
                rule(DATE, PeriodRules::quarter, one(QUARTER)),
                rule(DATE, PeriodRules::quarter, one(QUARTER), maybe(OF), one(YEAR_NUMBER)),
                rule(DATE, PeriodRules::holidayAlone, one(HOLIDAY)),
                rule(DATE, m -> alone(m, m.get(HOLIDAY_MAYBE).near()), one(HOLIDAY_MAYBE)),
                rule(DATE, m -> Optional.of(holiday(m).near(m.get(WHICH))), one(WHICH), one(HOLIDAY, HOLIDAY_MAYBE)),
                rule(DATE, PeriodRules::holidayOfYear, one(HOLIDAY, HOLIDAY_MAYBE), maybe(COMMA, OF), one(YEAR_NUMBER)),
                rule(DATE, m -> Optional.of(Periods.year(m.get(YEAR_NUMBER))), one(SINCE, SPAN_OF), one(YEAR_NUMBER)),
                rule(
                        DATE,
                        PeriodRules::namedYear,
                        one(IN, OF, SPAN_OF),
                        maybe(THE),
                        one(YEAR_WORD),
                        one(Numbers.NUMBER)),
                rule(BARE_YEAR, m -> Optional.of(Periods.year(m.get(YEAR_NUMBER))), one(IN, ON, OF), one(YEAR_NUMBER)),
                rule(BARE_YEAR, PeriodRules::yearWithWord, one(YEAR_NUMBER)),
                rule(SOLE_DATE, m -> Optional.of(Periods.year(m.get(YEAR_NUMBER))), maybe(IN, ON), one(YEAR_NUMBER)));
    }

    /** "The spring appeal", "the Christmas party" and "Winter-2025" are no dates. */
    private static Optional<DateExpression> alone(Match match, DateExpression date) {
        var tokens = match.tokens();
        int behind = match.to() + 1;
        boolean isNumbered = match.chart().has(match.to(), Marks.DASH)
                && tokens.isJoined(match.to())
                && tokens.isJoined(behind)
                && tokens.at(behind).isDigits();
        if (isNumbered) {
            return Optional.empty();
        }
        boolean isBeforeNoun = !match.tokens().at(match.from()).isCyrillic()
                && !Numbers.standsAlone(match.chart(), match.to())
                && !match.chart().has(match.to(), YEAR_NUMBER);
        return isBeforeNoun ? Optional.empty() : Optional.of(date);
    }

    private static Optional<DateExpression> monthAfterPreposition(Match match) {
        return Optional.of(Periods.month(match.get(MONTH_MAYBE)));
    }

    /** "At Epiphany" is a day; in Russian the christening of somebody has the same word. */
    private static Optional<DateExpression> holidayAlone(Match match) {
        boolean isOther = match.chart().has(match.to(), NO_HOLIDAY);
        return isOther ? Optional.empty() : Optional.of(match.get(HOLIDAY).near());
    }

    private static Holiday holiday(Match match) {
        return match.find(HOLIDAY).or(() -> match.find(HOLIDAY_MAYBE)).orElseThrow();
    }

    private static Optional<DateExpression> holidayOfYear(Match match) {
        var day = holiday(match).in(match.get(YEAR_NUMBER));
        return Optional.of(_ -> Optional.of(day));
    }

    /** "In March 2020", but not "in March 2000 roubles". */
    private static Optional<DateExpression> monthAndYearAfterPreposition(Match match) {
        return Numbers.standsAlone(match.chart(), match.to()) ? monthAndYear(match) : Optional.empty();
    }

    private static Optional<DateExpression> monthAndYear(Match match) {
        int year = match.get(YEAR_NUMBER);
        Month month = DayRules.month(match);
        return Optional.of(_ -> Optional.of(new DateValue.Month(YearMonth.of(year, month))));
    }

    private static Optional<DateExpression> monthOfYear(Match match) {
        if (match.get(UNIT).unit() != ChronoUnit.YEARS) {
            return Optional.empty();
        }
        Month month = DayRules.month(match);
        int years = match.get(WHICH);
        return Optional.of(reference -> Optional.of(
                new DateValue.Month(YearMonth.of(Year.from(reference.today()).getValue() + years, month))));
    }

    private static Optional<DateExpression> whichUnit(Match match) {
        var unit = match.get(UNIT);
        return unit.isOfDay() || (unit.unit() == ChronoUnit.DAYS && match.get(WHICH) == 0)
                ? Optional.empty()
                : Optional.of(Periods.unit(unit, match.get(WHICH)));
    }

    private static Optional<DateExpression> recentUnit(Match match) {
        var unit = match.get(UNIT);
        return unit.isOfDay() || unit.unit() == ChronoUnit.DAYS ? Optional.empty() : Optional.of(Periods.recent(unit));
    }

    private static Optional<DateExpression> severalUnits(Match match) {
        var unit = match.get(UNIT);
        var count = match.get(Numbers.NUMBER).within(1, 1000);
        if (unit.isOfDay() || count.isEmpty()) {
            return Optional.empty();
        }
        int move = match.has(COMING) ? 1 : match.find(WHICH).orElse(-1);
        return move == 0
                ? Optional.empty()
                : Optional.of(Periods.several(unit, move < 0 ? -count.getAsInt() : count.getAsInt()));
    }

    /** "In the year 2024": in Russian the year stands before its word, and a sum behind it. */
    private static Optional<DateExpression> namedYear(Match match) {
        var figures = match.tokens().at(match.to() - 1);
        boolean isYear = !match.tokens().at(match.from()).isCyrillic()
                && figures.isDigits()
                && (figures.text().length() == 4 || figures.is("0"))
                && Numbers.standsAlone(match.chart(), match.to());
        return isYear ? Optional.of(Periods.year(Integer.parseInt(figures.text()))) : Optional.empty();
    }

    private static Optional<DateExpression> yearWithWord(Match match) {
        boolean hasWord = match.to() > match.from() + 1;
        return hasWord ? Optional.of(Periods.year(match.get(YEAR_NUMBER))) : Optional.empty();
    }

    private static Optional<DateExpression> quarter(Match match) {
        var number = match.find(QUARTER)
                .or(() -> match.find(Numbers.ORDINAL_NUMBER))
                .orElseGet(() -> match.get(Numbers.NUMBER).within(1, 4).orElse(0));
        return number < 1 || number > 4
                ? Optional.empty()
                : Optional.of(match.find(YEAR_NUMBER)
                        .map(year -> Periods.quarterOf(number, year))
                        .orElseGet(() -> Periods.quarter(number)));
    }
}
