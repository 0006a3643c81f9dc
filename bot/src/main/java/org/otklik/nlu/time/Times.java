package org.otklik.nlu.time;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Grammar;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;

/** The grammar of dates and times: layers from days to moments. */
public final class Times {
    public static final Symbol<DateExpression> DATE = new Symbol<>("date");
    /** A date only where nothing else was said. */
    public static final Symbol<DateExpression> SOLE_DATE = new Symbol<>("sole-date");
    /** A year in a sentence, which is often no more than its setting. */
    public static final Symbol<DateExpression> BARE_YEAR = new Symbol<>("bare-year");

    public static final Symbol<MomentExpression> MOMENT = new Symbol<>("moment");
    public static final Symbol<MomentExpression> SOLE_MOMENT = new Symbol<>("sole-moment");
    public static final Symbol<Length> HOURS = new Symbol<>("hours");
    public static final Symbol<Length> PERIOD = new Symbol<>("period");

    /** A day that no calendar has: the 31st of June. */
    public static final Symbol<Integer> IMPOSSIBLE_DAY = new Symbol<>("impossible-day");

    /** So much time as nothing takes: none, less than none, hundreds of years. */
    public static final Symbol<Integer> IMPOSSIBLE_LENGTH = new Symbol<>("impossible-length");

    /** From one time of day to another. */
    public static final Symbol<Duration> FROM_HOUR_TO_HOUR = new Symbol<>("from-hour-to-hour");

    static final Symbol<Integer> DAY_NUMBER = new Symbol<>("day-number");
    static final Symbol<Integer> YEAR_NUMBER = new Symbol<>("year-number");
    static final Symbol<Clock> CLOCK = new Symbol<>("clock");
    /** An hour that needs a day, "at" or a half of the day to be one. */
    static final Symbol<Clock> HOUR = new Symbol<>("hour");
    /** So much time: "two weeks". */
    static final Symbol<Length> LENGTH = new Symbol<>("length");

    private static final int BIRTH_REACH = 3;

    private Times() {}

    /** Whether a number here would be a year or a day: "in 2024", "on 5". */
    public static boolean isAfterTimePreposition(Chart chart, int index) {
        return chart.has(index - 1, TimeWords.IN)
                || chart.has(index - 1, TimeWords.ON)
                || chart.has(index - 1, TimeWords.SINCE);
    }

    /** Whether a date is one of a habit: every Monday, the 5th of each month. */
    public static boolean isHabit(Chart chart, int from, int to) {
        return (chart.has(from - 1, TimeWords.EVERY) && !isShare(chart, from - 1)) || chart.has(to, TimeWords.EVERY);
    }

    /** "Eight hours each last Sunday" is what everybody's share is, and not how often. */
    private static boolean isShare(Chart chart, int index) {
        boolean isBeforeOneDay = chart.has(index + 1, TimeWords.WHICH) || chart.has(index + 1, TimeWords.RELATIVE_DAY);
        return chart.has(index, TimeWords.SHARE)
                && isBeforeOneDay
                && (chart.endsBefore(index, TimeWords.UNIT)
                        || chart.endsBefore(index, Numbers.NUMBER)
                        || chart.endsBefore(index, Numbers.CURRENCY));
    }

    /** Whether a preposition here says that what follows is how long something takes. */
    public static boolean isForPeriod(Chart chart, int index) {
        return chart.has(index, TimeWords.FOR_PERIOD);
    }

    public static boolean isUnit(Chart chart, int index) {
        return chart.has(index, TimeWords.UNIT);
    }

    public static boolean isDays(Length length) {
        return length.unit().equals(Unit.DAY);
    }

    public static boolean isMonths(Length length) {
        return length.unit().unit() == ChronoUnit.MONTHS;
    }

    public static boolean isYears(Length length) {
        return length.unit().unit() == ChronoUnit.YEARS;
    }

    /** Whether a word that is another as well is also a weekday. */
    public static boolean isWeekday(Chart chart, int index) {
        return chart.has(index, TimeWords.WEEKDAY_MAYBE);
    }

    /** Whether a year is the one in which somebody was born. */
    public static boolean isOfBirth(Chart chart, int from, int to) {
        return IntStream.rangeClosed(from - BIRTH_REACH, from).anyMatch(i -> chart.has(i, TimeWords.BIRTH))
                || chart.has(to, TimeWords.BIRTH);
    }

    public static Lexicon words(Lexicon lexicon) {
        return TimeWords.words(lexicon);
    }

    public static Grammar grammar() {
        return new Grammar()
                .layer(NumberRules.all())
                .layer(DayRules.all())
                .layer(PeriodRules.all())
                .layer(NthRules.all())
                .layer(OffsetRules.all())
                .layer(EdgeRules.all())
                .layer(IntervalRules.all())
                .layer(ClockRules.all())
                .layer(MomentRules.all())
                .layer(LengthRules.all());
    }
}
