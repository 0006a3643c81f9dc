package org.otklik.nlu.time;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;

/** The words of dates and times, as the tables name them. */
final class TimeWords {
    static final Symbol<Month> MONTH = new Symbol<>("month");
    /** A month that is another word too (may, march): only beside a preposition, a day or a year. */
    static final Symbol<Month> MONTH_MAYBE = new Symbol<>("month-maybe");

    static final Symbol<DayOfWeek> WEEKDAY = new Symbol<>("weekday");
    static final Symbol<DayOfWeek> WEEKDAY_MAYBE = new Symbol<>("weekday-maybe");
    /** Several of a weekday: "two Fridays from now". Alone it is no date, but a habit. */
    static final Symbol<DayOfWeek> WEEKDAYS = new Symbol<>("weekdays");

    static final Symbol<Unit> UNIT = new Symbol<>("unit");
    static final Symbol<String> WEEKEND = new Symbol<>("weekend");
    static final Symbol<Integer> RELATIVE_DAY = new Symbol<>("relative-day");
    static final Symbol<Integer> TONIGHT = new Symbol<>("tonight");
    static final Symbol<Integer> WHICH = new Symbol<>("which");
    static final Symbol<String> RECENT = new Symbol<>("recent");
    /** What several units that lie ahead are called: the coming three days. */
    static final Symbol<String> COMING = new Symbol<>("coming");

    static final Symbol<String> AFTER_NEXT = new Symbol<>("after-next");
    static final Symbol<String> BEFORE_LAST = new Symbol<>("before-last");
    static final Symbol<String> AGO = new Symbol<>("ago");
    static final Symbol<String> HENCE = new Symbol<>("hence");
    static final Symbol<String> IN_TIME = new Symbol<>("in-time");
    static final Symbol<String> IN = new Symbol<>("in");
    /** The same where a unit may follow without a number or an article. */
    static final Symbol<String> IN_BARE = new Symbol<>("in-bare");

    static final Symbol<String> EVERY = new Symbol<>("every");
    /** Behind how much it says that everybody did or gave so much. */
    static final Symbol<String> SHARE = new Symbol<>("share");

    static final Symbol<String> AFTER_PREFIX = new Symbol<>("after-prefix");
    static final Symbol<String> ON = new Symbol<>("on");
    static final Symbol<String> AT = new Symbol<>("at");
    static final Symbol<String> BY = new Symbol<>("by");
    static final Symbol<String> OF = new Symbol<>("of");
    /** The same after a place in a row: "the last day in May". */
    static final Symbol<String> WITHIN_OF = new Symbol<>("within-of");

    static final Symbol<String> FROM = Ranges.FROM;
    static final Symbol<String> TO = Ranges.TO;
    static final Symbol<String> BETWEEN = Ranges.BETWEEN;
    static final Symbol<String> AND = Ranges.AND;
    static final Symbol<String> THE = new Symbol<>("the");
    static final Symbol<String> FOR_PERIOD = new Symbol<>("for-period");
    static final Symbol<String> SPAN_OF = new Symbol<>("span-of");
    /** A part of a unit: three quarters. */
    static final Symbol<BigDecimal> FRACTION = new Symbol<>("fraction");
    /** This very moment. */
    static final Symbol<String> NOW = new Symbol<>("now");
    /** Words that make a year one of birth, or of leaving school. */
    static final Symbol<String> BIRTH = new Symbol<>("birth");

    /** The same where it can't be counted from: "two weeks starting Friday". */
    static final Symbol<String> STARTING = new Symbol<>("starting");

    static final Symbol<String> SINCE = new Symbol<>("since");
    static final Symbol<Edge> EDGE = new Symbol<>("edge");
    static final Symbol<Edge> EDGE_OF_MONTH = new Symbol<>("edge-of-month");
    static final Symbol<Edge> EDGE_OF_YEAR = new Symbol<>("edge-of-year");
    static final Symbol<String> LAST_DAY = new Symbol<>("last-day");
    static final Symbol<String> LAST_DAY_BUT_ONE = new Symbol<>("last-day-but-one");
    static final Symbol<Month> SEASON = new Symbol<>("season");
    static final Symbol<String> QUARTER_WORD = new Symbol<>("quarter-word");
    static final Symbol<Integer> QUARTER = new Symbol<>("quarter");
    static final Symbol<Holiday> HOLIDAY = new Symbol<>("holiday");
    /** A holiday whose name stands before nouns as well: the Christmas party. */
    static final Symbol<Holiday> HOLIDAY_MAYBE = new Symbol<>("holiday-maybe");

    /** Behind the name of a holiday it makes something else of it. */
    static final Symbol<String> NO_HOLIDAY = new Symbol<>("no-holiday");

    static final Symbol<String> IDES = new Symbol<>("ides");
    /** The ending of a place in a row that is a day: Russian has days in the genitive. */
    static final Symbol<String> GENITIVE_ORDINAL = new Symbol<>("genitive-ordinal");

    /** What else has a place in a row: a floor, a century. */
    static final Symbol<String> NTH_OF = new Symbol<>("nth-of");

    static final Symbol<String> NUMBER_DAY = new Symbol<>("number-day");
    static final Symbol<String> YEAR_WORD = new Symbol<>("year-word");
    static final Symbol<String> CLOSEST = new Symbol<>("closest");
    static final Symbol<DayHalf> DAY_HALF = new Symbol<>("day-half");
    /** A half of the day that is another word too: only where it can't be that. */
    static final Symbol<DayHalf> DAY_HALF_LETTER = new Symbol<>("day-half-letter");

    static final Symbol<DayHalf> PART_OF_DAY = new Symbol<>("part-of-day");
    static final Symbol<DayHalf> THIS_PART = new Symbol<>("this-part");
    static final Symbol<Integer> NOON = new Symbol<>("noon");
    static final Symbol<String> OCLOCK = new Symbol<>("oclock");
    static final Symbol<String> HOUR_MARK = new Symbol<>("hour-mark");
    static final Symbol<String> ONE_HOUR = new Symbol<>("one-hour");
    static final Symbol<String> BEFORE = new Symbol<>("before");
    static final Symbol<String> ABOUT = new Symbol<>("about");
    static final Symbol<String> PAST = new Symbol<>("past");
    static final Symbol<String> TO_HOUR = new Symbol<>("to-hour");
    static final Symbol<String> HALF = new Symbol<>("half");
    static final Symbol<String> HALF_TO = new Symbol<>("half-to");
    static final Symbol<Integer> HALF_HOUR = new Symbol<>("half-hour");
    static final Symbol<String> MINUS = new Symbol<>("minus");
    static final Symbol<String> QUARTER_HOUR = new Symbol<>("quarter-hour");
    static final Symbol<String> ZERO_MINUTE = new Symbol<>("zero-minute");
    static final Symbol<String> MINUTE_WORD = new Symbol<>("minute-word");
    static final Symbol<ZoneId> ZONE = new Symbol<>("zone");

    private TimeWords() {}

    static Lexicon words(Lexicon lexicon) {
        lexicon.with(MONTH, TimeWords::month)
                .with(MONTH_MAYBE, TimeWords::month)
                .with(WEEKDAY, TimeWords::weekday)
                .with(WEEKDAY_MAYBE, TimeWords::weekday)
                .with(WEEKDAYS, TimeWords::weekday)
                .with(UNIT, Unit::of)
                .with(RELATIVE_DAY, Integer::valueOf)
                .with(TONIGHT, Integer::valueOf)
                .with(WHICH, Integer::valueOf)
                .with(EDGE, Edge::named)
                .with(EDGE_OF_MONTH, Edge::named)
                .with(EDGE_OF_YEAR, Edge::named)
                .with(SEASON, TimeWords::month)
                .with(HOLIDAY, Holiday::of)
                .with(HOLIDAY_MAYBE, Holiday::of)
                .with(FRACTION, BigDecimal::new)
                .with(DAY_HALF, DayHalf::named)
                .with(DAY_HALF_LETTER, DayHalf::named)
                .with(PART_OF_DAY, DayHalf::named)
                .with(THIS_PART, DayHalf::named)
                .with(NOON, Integer::valueOf)
                .with(HALF_HOUR, Integer::valueOf)
                .with(ZONE, ZoneId::of)
                .with(QUARTER, Integer::valueOf);
        List.of(
                        WEEKEND,
                        RECENT,
                        COMING,
                        NOW,
                        BIRTH,
                        AFTER_NEXT,
                        SHARE,
                        BEFORE_LAST,
                        AGO,
                        HENCE,
                        IN_TIME,
                        IN,
                        IN_BARE,
                        EVERY,
                        AFTER_PREFIX,
                        ON,
                        AT,
                        BY,
                        OF,
                        WITHIN_OF,
                        FROM,
                        TO,
                        BETWEEN,
                        AND,
                        THE,
                        FOR_PERIOD,
                        SPAN_OF,
                        SINCE,
                        STARTING,
                        LAST_DAY,
                        LAST_DAY_BUT_ONE,
                        QUARTER_WORD,
                        IDES,
                        NO_HOLIDAY,
                        GENITIVE_ORDINAL,
                        NTH_OF,
                        NUMBER_DAY,
                        YEAR_WORD,
                        CLOSEST,
                        OCLOCK,
                        HOUR_MARK,
                        ONE_HOUR,
                        PAST,
                        ABOUT,
                        BEFORE,
                        TO_HOUR,
                        HALF,
                        HALF_TO,
                        MINUS,
                        QUARTER_HOUR,
                        ZERO_MINUTE,
                        MINUTE_WORD)
                .forEach(symbol -> lexicon.with(symbol, value -> value));
        return lexicon;
    }

    private static Month month(String number) {
        return Month.of(Integer.parseInt(number));
    }

    private static DayOfWeek weekday(String number) {
        return DayOfWeek.of(Integer.parseInt(number));
    }
}
