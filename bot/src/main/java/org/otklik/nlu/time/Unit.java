package org.otklik.nlu.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Locale;

/** What time is counted in: "quarter" is three months. */
public record Unit(ChronoUnit unit, int times) {
    static final Unit WEEK = new Unit(ChronoUnit.WEEKS, 1);
    static final Unit DAY = new Unit(ChronoUnit.DAYS, 1);
    static final Unit HOUR = new Unit(ChronoUnit.HOURS, 1);
    static final Unit YEAR = new Unit(ChronoUnit.YEARS, 1);

    private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(30);

    /** @param words the unit and how many of it, as the tables have them: "months 3" */
    static Unit of(String words) {
        var parts = words.split(" ");
        return new Unit(ChronoUnit.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
    }

    boolean isOfDay() {
        return unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS;
    }

    /** Whether so many of it are more than so many years. */
    boolean isLongerThan(BigDecimal number, int years) {
        var seconds = number.multiply(BigDecimal.valueOf(times))
                .multiply(BigDecimal.valueOf(unit.getDuration().toSeconds()));
        return seconds.compareTo(
                        BigDecimal.valueOf(ChronoUnit.YEARS.getDuration().toSeconds() * years))
                > 0;
    }

    /** So many of it: days and above as a period, less as a duration. */
    TemporalAmount count(BigDecimal number) {
        var count = number.multiply(BigDecimal.valueOf(times));
        return switch (unit) {
            case MINUTES -> Duration.ofSeconds(whole(count.multiply(BigDecimal.valueOf(60))));
            case HOURS -> Duration.ofMinutes(whole(count.multiply(BigDecimal.valueOf(60))));
            case WEEKS -> Period.ofDays(Math.toIntExact(whole(count.multiply(BigDecimal.valueOf(7)))));
            case MONTHS -> months(count);
            case YEARS -> months(count.multiply(BigDecimal.valueOf(12)));
            default -> Period.ofDays(Math.toIntExact(whole(count)));
        };
    }

    /** The same as ISO 8601. What is whole stays in its unit, weeks too; of parts the next smaller unit is made. */
    String iso(BigDecimal number) {
        var count = number.multiply(BigDecimal.valueOf(times)).stripTrailingZeros();
        if (count.scale() > 0) {
            return count(number).toString();
        }
        return (isOfDay() ? "PT" : "P") + count.toPlainString() + unit.name().charAt(0);
    }

    /** The unit that a day is in, moved by a number of units: the week after this one. */
    DateValue around(LocalDate day, int move) {
        return switch (unit) {
            case WEEKS -> {
                var monday = Days.monday(day).plusWeeks((long) move * times);
                yield new DateValue.Interval(monday, monday.plusWeeks(times).minusDays(1));
            }
            case MONTHS -> months(day, move);
            case YEARS -> new DateValue.Year(Year.of(day.getYear() + move));
            default -> new DateValue.Day(day.plusDays(move));
        };
    }

    private DateValue months(LocalDate day, int move) {
        int index = (day.getMonthValue() - 1) / times * times;
        var first = day.withDayOfMonth(1).withMonth(index + 1).plusMonths((long) move * times);
        return times == 1
                ? new DateValue.Month(YearMonth.from(first))
                : new DateValue.Interval(first, first.plusMonths(times).minusDays(1));
    }

    private static Period months(BigDecimal count) {
        int whole = count.intValue();
        var rest = count.subtract(BigDecimal.valueOf(whole)).multiply(DAYS_OF_MONTH);
        return Period.of(whole / 12, whole % 12, Math.toIntExact(whole(rest)));
    }

    private static long whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
