package org.otklik.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.otklik.segments.DateRange;

/**
 * What report is wanted.
 *
 * @param when of which time; empty: what is usual for the report
 * @param step into which parts the time is cut
 * @param top how many lines at most; 0: as many as fit
 * @param asFile whether it is wanted as a file too
 * @param asChart whether it is wanted as a picture too
 */
public record Request(
        Kind kind, Optional<DateRange> when, Optional<Step> step, int top, boolean asFile, boolean asChart) {
    /** In words alone, or as a file. */
    Request(Kind kind, Optional<DateRange> when, Optional<Step> step, int top, boolean asFile) {
        this(kind, when, step, top, asFile, false);
    }

    /** What can be reported. */
    public enum Kind {
        /** Money that came in. */
        RECEIVED,
        /** Money that was promised and has not come. */
        PROMISED,
        /** Gave in a year and not in the next. */
        LYBUNT,
        /** Gave at some time and not in a year. */
        SYBUNT,
        /** Who gave in a year of those who gave in the one before. */
        RETENTION,
        LARGEST,
        DONORS,
        AVERAGE,
        NPS,
        CSAT,
        /** Answers to surveys among invitations. */
        RESPONSE,
        FIRST_REPLY,
        /** Questions that no article answers. */
        GAPS,
        HOURS;

        static Optional<Kind> named(String code) {
            try {
                return Optional.of(valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Into which parts a time is cut. */
    public enum Step {
        MONTH,
        QUARTER,
        YEAR
    }

    static Request of(Kind kind) {
        return new Request(kind, Optional.empty(), Optional.empty(), 0, false);
    }

    /** The same of the year or the month before that of another request. */
    Request before(Request other, LocalDate today) {
        var range = other.when.orElse(DateRange.year(today.getYear()));
        var from = range.from().orElse(today);
        boolean isAMonth = range.to()
                .filter(to -> YearMonth.from(to).equals(YearMonth.from(from)))
                .isPresent();
        var month = YearMonth.from(from).minusMonths(1);
        var earlier =
                isAMonth ? DateRange.of(month.atDay(1), month.atEndOfMonth()) : DateRange.year(from.getYear() - 1);
        return new Request(kind, Optional.of(earlier), step, top, asFile, asChart);
    }

    Request with(Request later) {
        return new Request(
                kind,
                later.when.or(() -> when),
                later.step.or(() -> step),
                later.top > 0 ? later.top : top,
                later.asFile,
                later.asChart);
    }
}
