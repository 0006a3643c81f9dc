package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.CLOSE;
import static org.otklik.nlu.grammar.Marks.COMMA;
import static org.otklik.nlu.grammar.Marks.OPEN;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.DAY_NUMBER;
import static org.otklik.nlu.time.Times.SOLE_DATE;
import static org.otklik.nlu.time.Times.YEAR_NUMBER;

import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;

/** Single days: the 3rd of March, Friday, tomorrow, Friday of next week. */
final class DayRules {
    /** A day with its month, and the year where it was said. */
    static final Symbol<DateExpression> MONTH_DAY = new Symbol<>("month-day");

    private static final Symbol<MonthDay> DAY_OF_YEAR = new Symbol<>("day-of-year");

    /** "From the second" and below are said of other things than days too. */
    private static final int FIRST_SURE_WORD = 3;

    private static final int FIRST_SURE_ALONE = 10;

    private DayRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(
                        DAY_OF_YEAR,
                        DayRules::numberAndMonth,
                        maybe(THE),
                        one(DAY_NUMBER),
                        maybe(Marks.DASH, OF),
                        one(MONTH, MONTH_MAYBE)),
                rule(DAY_OF_YEAR, DayRules::monthAndNumber, one(MONTH, MONTH_MAYBE), maybe(THE), one(DAY_NUMBER)),
                rule(
                        Times.IMPOSSIBLE_DAY,
                        DayRules::impossibleDay,
                        one(DAY_NUMBER),
                        maybe(OF),
                        one(MONTH, MONTH_MAYBE),
                        maybe(YEAR_NUMBER)),
                rule(
                        Times.IMPOSSIBLE_DAY,
                        DayRules::impossibleMonthAndDay,
                        one(MONTH, MONTH_MAYBE),
                        maybe(THE),
                        one(DAY_NUMBER)),
                rule(MONTH_DAY, DayRules::withoutYear, one(DAY_OF_YEAR)),
                rule(MONTH_DAY, DayRules::withYear, one(DAY_OF_YEAR), maybe(COMMA, OF), one(YEAR_NUMBER)),
                rule(DATE, m -> Optional.of(m.get(MONTH_DAY)), one(MONTH_DAY)),
                rule(DATE, DayRules::onWeekday, one(WEEKDAY, WEEKDAY_MAYBE), maybe(COMMA), maybe(THE), one(MONTH_DAY)),
                rule(
                        DATE,
                        DayRules::onWeekday,
                        one(MONTH_DAY),
                        maybe(COMMA, OPEN),
                        maybe(ON),
                        one(WEEKDAY, WEEKDAY_MAYBE),
                        maybe(CLOSE)),
                rule(
                        DATE,
                        DayRules::weekdayAndNumber,
                        one(WEEKDAY),
                        maybe(COMMA),
                        maybe(THE),
                        one(Numbers.ORDINAL_NUMBER)),
                rule(DATE, m -> Optional.of(Days.relative(m.get(RELATIVE_DAY))), one(RELATIVE_DAY)),
                rule(
                        DATE,
                        m -> Optional.of(Days.relative(m.get(RELATIVE_DAY))),
                        one(RELATIVE_DAY),
                        maybe(COMMA, OPEN),
                        maybe(ON),
                        one(WEEKDAY),
                        maybe(CLOSE)),
                rule(
                        DATE,
                        m -> Optional.of(m.get(MONTH_DAY)),
                        one(RELATIVE_DAY),
                        maybe(COMMA, OPEN),
                        one(MONTH_DAY),
                        maybe(CLOSE)),
                rule(DATE, m -> Optional.of(Days.weekday(m.get(WEEKDAY))), one(WEEKDAY)),
                rule(DATE, m -> Optional.of(Days.weekday(m.get(WEEKDAY_MAYBE))), one(ON, BY, FROM), one(WEEKDAY_MAYBE)),
                rule(SOLE_DATE, m -> Optional.of(Days.weekday(m.get(WEEKDAY_MAYBE))), one(WEEKDAY_MAYBE)),
                rule(DATE, DayRules::whichWeekday, one(WHICH), one(WEEKDAY, WEEKDAY_MAYBE)),
                rule(DATE, m -> Optional.of(Days.weekdayOfWeek(m.get(WEEKDAY), 2)), one(WEEKDAY), one(AFTER_NEXT)),
                rule(DATE, m -> Optional.of(Days.weekdayOfWeek(m.get(WEEKDAY), -2)), one(WEEKDAY), one(BEFORE_LAST)),
                rule(DATE, DayRules::weekdayWeek, one(WEEKDAY), one(UNIT)),
                rule(DATE, DayRules::recentWeekday, one(RECENT), one(WEEKDAY)),
                rule(DATE, DayRules::weekdayOfWeek, one(WEEKDAY), maybe(OF, ON, FROM), one(WHICH), one(UNIT)),
                rule(DATE, DayRules::weekdayOfWeek, one(WHICH), one(UNIT), maybe(COMMA), maybe(ON), one(WEEKDAY)),
                rule(DATE, DayRules::dayOfMonth, one(ON, BY, FROM, AT, SINCE), maybe(THE), one(Numbers.ORDINAL_NUMBER)),
                rule(DATE, DayRules::genitiveDay, one(Numbers.ORDINAL_NUMBER)),
                rule(DATE, DayRules::theDay, one(THE), one(Numbers.ORDINAL_NUMBER)),
                rule(DATE, DayRules::numberDay, one(DAY_NUMBER), one(NUMBER_DAY)),
                rule(SOLE_DATE, DayRules::soleOrdinal, maybe(THE), one(Numbers.ORDINAL_NUMBER)),
                rule(SOLE_DATE, m -> Optional.of(Days.dayOfMonth(m.get(DAY_NUMBER))), one(THE), one(DAY_NUMBER)),
                rule(DATE, DayRules::ides, one(THE), one(IDES), maybe(OF), one(MONTH, MONTH_MAYBE)));
    }

    private static Optional<MonthDay> numberAndMonth(Match match) {
        int day = match.get(DAY_NUMBER);
        var month = month(match);
        return day <= month.maxLength() ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
    }

    private static Optional<Integer> impossibleDay(Match match) {
        int day = match.get(DAY_NUMBER);
        int month = month(match).getValue();
        boolean isPossible = match.find(YEAR_NUMBER)
                .map(year -> Days.fullDate(year, month, day).isPresent())
                .orElse(day <= month(match).maxLength());
        return isPossible ? Optional.empty() : Optional.of(day);
    }

    private static Optional<Integer> impossibleMonthAndDay(Match match) {
        return match.tokens().at(match.from()).isCyrillic() ? Optional.empty() : impossibleDay(match);
    }

    /** Only an English month is followed by its day. */
    private static Optional<MonthDay> monthAndNumber(Match match) {
        boolean isCount =
                Numbers.isOfMoney(match.chart(), match.to()) || match.chart().has(match.to(), UNIT);
        return match.tokens().at(match.from()).isCyrillic() || isCount ? Optional.empty() : numberAndMonth(match);
    }

    private static Optional<DateExpression> withoutYear(Match match) {
        boolean hasYear = match.chart().has(match.to(), YEAR_NUMBER);
        return hasYear ? Optional.empty() : Optional.of(Days.monthDay(match.get(DAY_OF_YEAR)));
    }

    private static Optional<DateExpression> withYear(Match match) {
        var day = match.get(DAY_OF_YEAR);
        boolean isSum = Numbers.isOfMoney(match.chart(), match.to());
        return isSum
                ? Optional.empty()
                : Days.fullDate(match.get(YEAR_NUMBER), day.getMonthValue(), day.getDayOfMonth());
    }

    static Month month(Match match) {
        return match.find(MONTH).or(() -> match.find(MONTH_MAYBE)).orElseThrow();
    }

    private static Optional<DateExpression> onWeekday(Match match) {
        var weekday = match.find(WEEKDAY).or(() -> match.find(WEEKDAY_MAYBE)).orElseThrow();
        return Optional.of(Days.agreeing(match.get(MONTH_DAY), weekday));
    }

    private static Optional<DateExpression> weekdayAndNumber(Match match) {
        int number = match.get(Numbers.ORDINAL_NUMBER);
        return number < 1 || number > 31
                ? Optional.empty()
                : Optional.of(Days.weekdayAndNumber(match.get(WEEKDAY), number));
    }

    private static Optional<DateExpression> whichWeekday(Match match) {
        var weekday = match.find(WEEKDAY).or(() -> match.find(WEEKDAY_MAYBE)).orElseThrow();
        int weeks = match.get(WHICH);
        return Optional.of(weeks == 0 ? Days.thisWeekday(weekday) : Days.weekdayOfWeek(weekday, weeks));
    }

    /** "Tuesday week" is British for a week after Tuesday; other languages have no such row of words. */
    private static Optional<DateExpression> weekdayWeek(Match match) {
        boolean isWeek = match.get(UNIT).equals(Unit.WEEK)
                && !match.tokens().at(match.from()).isCyrillic()
                && Numbers.standsAlone(match.chart(), match.to());
        var weekday = Days.weekday(match.get(WEEKDAY));
        return isWeek
                ? Optional.of(
                        weekday.then(value -> new DateValue.Day(value.first().plusWeeks(1))))
                : Optional.empty();
    }

    private static Optional<DateExpression> recentWeekday(Match match) {
        var weekday = Days.weekday(match.get(WEEKDAY));
        return Optional.of(reference -> weekday.at(reference.looking(Direction.PAST)));
    }

    private static Optional<DateExpression> weekdayOfWeek(Match match) {
        return match.get(UNIT).equals(Unit.WEEK)
                ? Optional.of(Days.weekdayOfWeek(match.get(WEEKDAY), match.get(WHICH)))
                : Optional.empty();
    }

    private static Optional<DateExpression> dayOfMonth(Match match) {
        int day = match.get(Numbers.ORDINAL_NUMBER);
        var last = match.tokens().at(match.to() - 1);
        boolean isAlone = Numbers.standsAlone(match.chart(), match.to()) || isBeforeColon(match);
        boolean isOther = !isAlone
                || (last.isCyrillic() && !match.has(THE) && isWords(match) && (day < FIRST_SURE_WORD || match.has(ON)));
        return day < 1 || day > 31 || isOther ? Optional.empty() : Optional.of(Days.dayOfMonth(day));
    }

    /** "On the 28th: audit". */
    private static boolean isBeforeColon(Match match) {
        int colon = match.to();
        return match.tokens().has(colon)
                && match.tokens().at(colon).is(":")
                && !match.tokens().isJoined(colon + 1);
    }

    /** Whether the number is in words, which order other things than days as well. */
    private static boolean isWords(Match match) {
        return match.nodes().stream()
                .filter(node -> node.symbol() == Numbers.ORDINAL_NUMBER)
                .anyMatch(node -> match.tokens().at(node.from()).isWord());
    }

    /** A place in a row that stands alone in the Russian genitive is a day of the month; in figures unless something is numbered. */
    private static Optional<DateExpression> genitiveDay(Match match) {
        int day = match.get(Numbers.ORDINAL_NUMBER);
        var chart = match.chart();
        boolean isWords = isWords(match);
        boolean isOther = isWords ? !Numbers.standsAlone(chart, match.to()) : chart.has(match.to(), NTH_OF);
        boolean isGenitive = chart.has(match.to() - 1, GENITIVE_ORDINAL) && !isOther;
        boolean isDay = day >= 1 && day <= 31 && (!isWords || day >= FIRST_SURE_ALONE);
        return isGenitive && isDay ? Optional.of(Days.dayOfMonth(day)) : Optional.empty();
    }

    /** "The 17th is fine": in figures, and of nothing that is named. */
    private static Optional<DateExpression> theDay(Match match) {
        int day = match.get(Numbers.ORDINAL_NUMBER);
        var chart = match.chart();
        boolean isNamed =
                chart.has(match.to(), OF) || chart.has(match.from() - 1, IN) || chart.has(match.from() - 1, WITHIN_OF);
        boolean isAlone =
                Numbers.standsAlone(chart, match.to()) || isBeforeColon(match) || Clauses.isVerb(chart, match.to());
        return day > FIRST_SURE_WORD && day <= 31 && !isWords(match) && isAlone && !isNamed
                ? Optional.of(Days.dayOfMonth(day))
                : Optional.empty();
    }

    private static Optional<DateExpression> numberDay(Match match) {
        return Optional.of(Days.dayOfMonth(match.get(DAY_NUMBER)));
    }

    private static Optional<DateExpression> soleOrdinal(Match match) {
        int day = match.get(Numbers.ORDINAL_NUMBER);
        return day < 1 || day > 31 ? Optional.empty() : Optional.of(Days.dayOfMonth(day));
    }

    /** The 15th of March, May, July and October, the 13th of the others. */
    private static Optional<DateExpression> ides(Match match) {
        var month = month(match);
        boolean isLate = month == Month.MARCH || month == Month.MAY || month == Month.JULY || month == Month.OCTOBER;
        return Days.monthDay(month.getValue(), isLate ? 15 : 13);
    }
}
