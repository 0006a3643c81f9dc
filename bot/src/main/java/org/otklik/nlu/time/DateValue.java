package org.otklik.nlu.time;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a date in a text stands for, as exactly as it was said. */
public sealed interface DateValue {
    LocalDate first();

    /** The last day, which a promise for that time is due by. */
    LocalDate last();

    /** ISO 8601: 2026-05-29, 2026-06, 2026, 2026-05-29/2026-06-02. */
    String iso();

    /** One day. */
    record Day(LocalDate day) implements DateValue {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String iso() {
            return day.toString();
        }
    }

    /** A whole month. */
    record Month(YearMonth month) implements DateValue {
        @Override
        public LocalDate first() {
            return month.atDay(1);
        }

        @Override
        public LocalDate last() {
            return month.atEndOfMonth();
        }

        @Override
        public String iso() {
            return month.toString();
        }
    }

    /** A whole year. */
    record Year(java.time.Year year) implements DateValue {
        @Override
        public LocalDate first() {
            return year.atDay(1);
        }

        @Override
        public LocalDate last() {
            return year.atDay(year.length());
        }

        @Override
        public String iso() {
            return year.toString();
        }
    }

    /** Some days in a row: a week, a season, from one day to another. */
    record Interval(LocalDate first, LocalDate last) implements DateValue {
        public Interval {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("an interval that ends before it begins: " + first + "/" + last);
            }
        }

        @Override
        public String iso() {
            return first + "/" + last;
        }
    }
}
