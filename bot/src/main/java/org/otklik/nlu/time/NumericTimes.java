package org.otklik.nlu.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;

/** Dates and times in digits: 2026-05-29, 29.05.2026, 5/29, 14.-15.10., 15:30. */
public final class NumericTimes {
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String YEAR = "((?:19|20)\\d\\d|\\d\\d)";
    private static final String ALONE = "(?![\\d:])(?![.,/-]\\d)";

    private static final Pattern ISO = starting("((?:19|20)\\d\\d)[-/.]" + MONTH + "[-/.]" + DAY + ALONE);
    private static final Pattern YEAR_MONTH = starting("((?:19|20)\\d\\d)[-/]" + MONTH + ALONE);
    private static final Pattern MONTH_YEAR = starting(MONTH + "[./]((?:19|20)\\d\\d)" + ALONE);
    private static final Pattern DAY_FIRST = starting(DAY + "([./-])" + MONTH + "\\2" + YEAR + ALONE);
    private static final Pattern MONTH_FIRST = starting(MONTH + "([/-])" + DAY + "\\2" + YEAR + ALONE);
    private static final Pattern DAY_MONTH = starting(DAY + "\\." + MONTH + "(\\.(?!\\d))?" + ALONE);
    private static final Pattern FULL_DAY_MONTH = starting("(0[1-9]|[12]\\d|3[01])\\.(0[1-9]|1[0-2])" + ALONE);
    /** A nought before the month is no fraction, however short the day is: 8.09. */
    private static final Pattern SHORT_DAY_MONTH = starting("([1-9])\\.(0[1-9])" + ALONE);

    /** Beside a sum of its own it is no sum itself: "6.11 I'll send 500 roubles". */
    private static final Pattern PLAIN_DAY_MONTH = starting("([1-9])\\.(1[0-2])" + ALONE);

    /** In this order only where it cannot be read in the other one: 25/5. */
    private static final Pattern DAY_SLASH_MONTH = starting("(1[3-9]|2\\d|3[01])/" + MONTH + ALONE);

    /** Trains leave and people get up from this hour on. */
    private static final int EARLIEST = 4;

    private static final Pattern MONTH_DAY = starting(MONTH + "/" + DAY + ALONE);
    private static final Pattern DAY_RANGE = starting(DAY + "\\.?(?:/|\\h?[-\u2013\u2014]\\h?)" + DAY + "\\." + MONTH
            + "(?:\\." + YEAR + "|\\.(?!\\d))?" + ALONE);
    private static final Pattern FULL_RANGE = starting(
            "(0[1-9]|[12]\\d|3[01])\\.(0[1-9]|1[0-2])\\h?[-\u2013\u2014]\\h?(0[1-9]|[12]\\d|3[01])\\.(0[1-9]|1[0-2])"
                    + ALONE);
    private static final Pattern NAMED = starting(DAY + "([/-])(\\p{L}{3,9})\\2" + YEAR + ALONE);
    private static final Pattern ISO_MOMENT = starting("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})(?::\\d{2})?(?![\\d:])");
    private static final Pattern TIME = starting("([01]?\\d|2[0-4])[:\u2236]([0-5]\\d)(?::[0-5]\\d)?(?![\\d:])");
    private static final Pattern DOTTED_TIME = starting("([01]?\\d|2[0-3])\\.([0-5]\\d)(?![\\d.:])(?![,/-]\\d)");

    /** Two digits of a year up to this many years ahead of 2000 are of this century. */
    private static final int LAST_SHORT_YEAR = 50;

    private final Chart chart;
    private final boolean isMonthFirst;
    private final boolean hasCurrency;

    private NumericTimes(Chart chart, boolean isMonthFirst) {
        this.chart = chart;
        this.isMonthFirst = isMonthFirst;
        this.hasCurrency = !chart.all(Numbers.CURRENCY).isEmpty();
    }

    /** @param isMonthFirst how a date that can be read in both orders is read: 5/6/2026 */
    public static void read(Chart chart, boolean isMonthFirst) {
        var reader = new NumericTimes(chart, isMonthFirst);
        for (int i = 0; i < chart.tokens().size(); i++) {
            if (chart.tokens().at(i).isDigits() && chart.tokens().at(i).text().length() <= 4 && !reader.isInside(i)) {
                reader.readAt(i);
            }
        }
    }

    /** Digits behind other digits and a mark are no beginning. */
    private boolean isInside(int index) {
        var tokens = chart.tokens();
        return tokens.isJoined(index)
                && tokens.isJoined(index - 1)
                && !tokens.at(index - 1).isWord()
                && !tokens.at(index - 1).is("(")
                && tokens.at(index - 2).isDigits();
    }

    private void readAt(int index) {
        add(DayRules.MONTH_DAY, index, ISO, m -> Days.fullDate(number(m, 1), number(m, 2), number(m, 3)));
        add(Times.DATE, index, YEAR_MONTH, m -> Optional.of(month(number(m, 1), number(m, 2))));
        add(Times.DATE, index, MONTH_YEAR, m -> Optional.of(month(number(m, 2), number(m, 1))));
        add(DayRules.MONTH_DAY, index, isMonthFirst ? MONTH_FIRST : DAY_FIRST, m -> dayFirst(m, isMonthFirst));
        add(
                Times.DATE,
                index,
                isMonthFirst ? DAY_FIRST : MONTH_FIRST,
                m -> isUnread(m) ? Optional.empty() : dayFirst(m, !isMonthFirst));
        add(Times.DATE, index, DAY_RANGE, NumericTimes::range);
        add(Times.DATE, index, FULL_RANGE, NumericTimes::fullRange);
        add(Times.MOMENT, index, ISO_MOMENT, NumericTimes::isoMoment);
        add(DayRules.MONTH_DAY, index, NAMED, m -> named(index, m));
        add(Times.CLOCK, index, TIME, m -> clock(m).map(clock -> isMorning(m, index) ? clock.asWritten() : clock));
        if (isAfterPreposition(index)) {
            if (!isMeasure(index)) {
                add(DayRules.MONTH_DAY, index, DAY_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
                add(DayRules.MONTH_DAY, index, MONTH_DAY, m -> Days.monthDay(number(m, 1), number(m, 2)));
                add(DayRules.MONTH_DAY, index, DAY_SLASH_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
            }
            add(Times.CLOCK, index, DOTTED_TIME, NumericTimes::clock);
        } else {
            if (isAmongCyrillic(index)) {
                add(DayRules.MONTH_DAY, index, FULL_DAY_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
                add(DayRules.MONTH_DAY, index, SHORT_DAY_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
                if (hasCurrency) {
                    add(DayRules.MONTH_DAY, index, PLAIN_DAY_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
                }
            }
            add(
                    Times.DATE,
                    index,
                    DAY_MONTH,
                    m -> m.group(3) == null ? Optional.empty() : Days.monthDay(number(m, 2), number(m, 1)));
            add(Times.SOLE_DATE, index, DAY_MONTH, m -> Days.monthDay(number(m, 2), number(m, 1)));
            add(Times.SOLE_DATE, index, MONTH_DAY, m -> Days.monthDay(number(m, 1), number(m, 2)));
        }
    }

    /** Two digits, a dot and two digits are rarely a fraction in Russian, and never beside what is measured. */
    private boolean isAmongCyrillic(int index) {
        var tokens = chart.tokens();
        int after = index + 3;
        boolean isMeasure = Numbers.isOfMoney(chart, after) || isMeasure(index);
        boolean isCyrillic = (tokens.has(index - 1) && tokens.at(index - 1).isCyrillic())
                || (tokens.has(after) && tokens.at(after).isCyrillic());
        boolean isBehindSum = tokens.has(index - 2) && tokens.at(index - 2).isDigits();
        boolean isPriced = chart.has(index - 1, Numbers.CURRENCY) && !isBehindSum;
        return isCyrillic && !isMeasure && !isPriced;
    }

    /** "On Tuesday, 3.5 hours". */
    private boolean isMeasure(int index) {
        return chart.has(index + 3, TimeWords.UNIT);
    }

    private boolean isAfterPreposition(int index) {
        int before = index - 1;
        return Stream.of(
                                TimeWords.ON,
                                TimeWords.AT,
                                TimeWords.BY,
                                TimeWords.FROM,
                                TimeWords.TO,
                                TimeWords.SINCE,
                                TimeWords.FOR_PERIOD)
                        .anyMatch(symbol -> chart.has(before, symbol))
                || chart.has(before, TimeWords.WEEKDAY)
                || (chart.has(before, Marks.COMMA) && chart.has(before - 1, TimeWords.WEEKDAY));
    }

    private <T> void add(Symbol<T> symbol, int index, Pattern pattern, Function<MatchResult, Optional<T>> meaning) {
        var tokens = chart.tokens();
        var matcher = pattern.matcher(tokens.text());
        matcher.region(tokens.at(index).start(), tokens.text().length());
        if (matcher.lookingAt()) {
            meaning.apply(matcher.toMatchResult())
                    .ifPresent(value -> chart.add(symbol, value, index, tokens.indexAt(matcher.end())));
        }
    }

    private static Pattern starting(String pattern) {
        return Pattern.compile(pattern);
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(MatchResult match, int group) {
        int year = number(match, group);
        return year >= 100 ? year : year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
    }

    private static DateExpression month(int year, int month) {
        return _ -> Optional.of(new DateValue.Month(YearMonth.of(year, month)));
    }

    /** Whether the preferred order reads it already. */
    private static boolean isUnread(MatchResult match) {
        return number(match, 1) <= 12 && number(match, 3) <= 12;
    }

    private static Optional<DateExpression> dayFirst(MatchResult match, boolean isMonthFirst) {
        return isMonthFirst
                ? Days.fullDate(year(match, 4), number(match, 1), number(match, 3))
                : Days.fullDate(year(match, 4), number(match, 3), number(match, 1));
    }

    private static Optional<DateExpression> range(MatchResult match) {
        try {
            var first = MonthDay.of(number(match, 3), number(match, 1));
            var last = MonthDay.of(number(match, 3), number(match, 2));
            if (!first.isBefore(last)) {
                return Optional.empty();
            }
            var start = match.group(4) == null ? Days.monthDay(first) : Days.day(first.atYear(year(match, 4)));
            return Optional.of(start.then(value -> new DateValue.Interval(
                    value.first(), last.atYear(value.first().getYear()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DateExpression> fullRange(MatchResult match) {
        var first = Days.monthDay(number(match, 2), number(match, 1));
        var last = Days.monthDay(number(match, 4), number(match, 3));
        return first.isEmpty() || last.isEmpty()
                ? Optional.empty()
                : Optional.of(reference -> first.get()
                        .at(reference)
                        .flatMap(start -> last.get()
                                .at(reference.from(start.first()))
                                .map(end -> new DateValue.Interval(start.first(), end.first()))));
    }

    private static Optional<MomentExpression> isoMoment(MatchResult match) {
        try {
            var moment = LocalDateTime.parse(match.group(1));
            return Optional.of(_ -> Optional.of(moment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** 31-Oct-74. */
    private Optional<DateExpression> named(int index, MatchResult match) {
        return chart.longest(index + 2, TimeWords.MONTH)
                .or(() -> chart.longest(index + 2, TimeWords.MONTH_MAYBE))
                .flatMap(month -> Days.fullDate(year(match, 4), month.value().getValue(), number(match, 1)));
    }

    /**
     * In Russian "5:50" is early in the morning, as the afternoon is written 17:50; whole hours are written either way, and at 2:30 hardly
     * anybody is awake.
     */
    private boolean isMorning(MatchResult match, int index) {
        var tokens = chart.tokens();
        boolean isRussian = tokens.has(index - 1) && tokens.at(index - 1).isCyrillic();
        return isRussian && number(match, 1) >= EARLIEST && number(match, 2) > 0;
    }

    private static Optional<Clock> clock(MatchResult match) {
        int hour = number(match, 1);
        boolean isWritten24 = match.group(1).startsWith("0") || hour > 12 || hour == 0;
        return Optional.of(isWritten24 ? Clock.exactly(hour, number(match, 2)) : Clock.loosely(hour, number(match, 2)));
    }
}
