package org.otklik.nlu.time;

import com.ibm.icu.util.EasterHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.otklik.nlu.time.DateValue.Day;
import org.otklik.nlu.time.DateValue.Interval;

/**
 * A day that has a name and comes every year, or some days.
 *
 * @param firstIn its first day, by year
 * @param days how many there are
 */
record Holiday(IntFunction<LocalDate> firstIn, int days) {
    /** So many days past are near enough to be meant where the clause does not say which one is. */
    private static final int RECENT_DAYS = 14;

    private static final String LAST = "last";
    private static final String DAYS = "for";

    /**
     * As the tables have it: {@code 12-25}; {@code 4 thursday 11} and {@code last monday 5}, the weekday of a month; {@code easter}
     * and {@code pascha}, the Easter of the West and of the East. Behind it so many days more or less, and {@code for} how many days.
     */
    static Holiday of(String rule) {
        var words = Arrays.asList(rule.split(" ")).iterator();
        var first = first(words.next(), words);
        int shift = 0;
        int days = 1;
        while (words.hasNext()) {
            var word = words.next();
            if (word.equals(DAYS)) {
                days = Integer.parseInt(words.next());
            } else {
                shift = Integer.parseInt(word);
            }
        }
        int later = shift;
        return new Holiday(year -> first.apply(year).plusDays(later), days);
    }

    private static IntFunction<LocalDate> first(String word, Iterator<String> words) {
        if (word.equals("easter")) {
            return Holiday::easter;
        }
        if (word.equals("pascha")) {
            return Holiday::pascha;
        }
        if (word.indexOf('-') > 0) {
            int month = Integer.parseInt(word.substring(0, 2));
            int day = Integer.parseInt(word.substring(3));
            return year -> LocalDate.of(year, month, day);
        }
        var weekday = DayOfWeek.valueOf(words.next().toUpperCase(Locale.ROOT));
        var month = Month.of(Integer.parseInt(words.next()));
        int nth = word.equals(LAST) ? -1 : Integer.parseInt(word);
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    DateValue in(int year) {
        var first = firstIn.apply(year);
        return days == 1 ? new Day(first) : new Interval(first, first.plusDays(days - 1L));
    }

    /** The coming one, or one that has hardly passed; the last one in what happened. */
    DateExpression near() {
        return reference -> Optional.of(
                switch (reference.direction()) {
                    case PAST -> last(reference.today());
                    case FUTURE -> next(reference.today());
                    case OPEN -> {
                        var last = last(reference.today());
                        boolean isRecent =
                                !last.last().isBefore(reference.today().minusDays(RECENT_DAYS));
                        yield isRecent ? last : next(reference.today());
                    }
                    case NEAREST -> {
                        var last = last(reference.today());
                        var next = next(reference.today());
                        yield Days.isNearer(last.last(), next.first(), reference.today()) ? last : next;
                    }
                });
    }

    /** "Last Christmas", "next Christmas". */
    DateExpression near(int which) {
        return reference -> Optional.of(which < 0 ? last(reference.today().minusDays(1)) : next(reference.today()));
    }

    private DateValue next(LocalDate day) {
        return IntStream.iterate(day.getYear() - 1, year -> year + 1)
                .mapToObj(this::in)
                .filter(value -> !value.last().isBefore(day))
                .findFirst()
                .orElseThrow();
    }

    private DateValue last(LocalDate day) {
        return IntStream.iterate(day.getYear() + 1, year -> year - 1)
                .mapToObj(this::in)
                .filter(value -> !value.first().isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate easter(int year) {
        return sunday(year, false);
    }

    private static LocalDate pascha(int year) {
        return sunday(year, true);
    }

    /** ICU counts in the zone of the machine, whichever that is. */
    private static LocalDate sunday(int year, boolean isOrthodox) {
        var zone = ZoneId.systemDefault();
        var start = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
        var end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
        return new EasterHoliday(0, isOrthodox, "Easter")
                .firstBetween(Date.from(start), Date.from(end))
                .toInstant()
                .atZone(zone)
                .toLocalDate();
    }
}
