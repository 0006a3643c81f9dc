package org.otklik.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** When somebody of the staff is there: weekly hours in a time zone, less the holidays. */
public record OfficeHours(WeeklyHours week, Set<LocalDate> holidays, ZoneId zone) {
    public OfficeHours {
        holidays = Set.copyOf(holidays);
    }

    private record Open(Instant from, Instant to) {}

    public boolean open(Instant at) {
        return !nextOpening(at).isAfter(at);
    }

    /** Whether somebody of the staff is there at all on a day. */
    public boolean isWorkingDay(LocalDate day) {
        return !holidays.contains(day) && !week.on(day.getDayOfWeek()).isEmpty();
    }

    /** The first moment from the given one on at which the office is open: that moment itself, if it is. */
    public Instant nextOpening(Instant from) {
        var next = openings(from).findFirst().orElseThrow().from();
        return next.isAfter(from) ? next : from;
    }

    /** The moment at which that much office time has passed. Out of hours, the time begins with the next opening. */
    public Instant plus(Instant from, Duration officeTime) {
        var left = officeTime;
        var openings = openings(from).iterator();
        var at = from;
        while (left.isPositive()) {
            var open = openings.next();
            // Hours of two parts may overlap.
            var start = open.from().isAfter(at) ? open.from() : at;
            var length = Duration.between(start, open.to());
            if (length.isPositive()) {
                var spent = left.compareTo(length) < 0 ? left : length;
                at = start.plus(spent);
                left = left.minus(spent);
            }
        }
        return at;
    }

    /** How much office time lies between two moments. */
    public Duration between(Instant from, Instant to) {
        var time = Duration.ZERO;
        var at = from;
        for (var open :
                (Iterable<Open>) openings(from).takeWhile(next -> next.from().isBefore(to))::iterator) {
            var start = open.from().isAfter(at) ? open.from() : at;
            var end = open.to().isBefore(to) ? open.to() : to;
            if (end.isAfter(start)) {
                time = time.plus(Duration.between(start, end));
                at = end;
            }
        }
        return time;
    }

    /** In their order, and without end; the first may have begun before the moment, none has ended. */
    private Stream<Open> openings(Instant from) {
        // What began on the day before may last past midnight.
        var firstDay = from.atZone(zone).toLocalDate().minusDays(1);
        return Stream.iterate(firstDay, day -> day.plusDays(1))
                .filter(day -> !holidays.contains(day))
                .flatMap(this::openings)
                .filter(open -> open.to().isAfter(from));
    }

    private Stream<Open> openings(LocalDate day) {
        return week.on(day.getDayOfWeek()).stream()
                .map(span -> {
                    var start = day.atTime(span.from());
                    return new Open(
                            start.atZone(zone).toInstant(),
                            start.plus(span.length()).atZone(zone).toInstant());
                })
                .sorted(Comparator.comparing(Open::from));
    }
}
