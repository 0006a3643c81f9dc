package org.otklik.nlu.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time of day as said.
 *
 * @param isTwelveHour whether it may be meant after noon: "at three"
 * @param zone the zone where it was named with the time
 * @param isAsWritten whether it is written by those who would have written the afternoon with a larger hour
 */
public record Clock(LocalTime time, boolean isTwelveHour, Optional<ZoneId> zone, boolean isAsWritten) {
    /** The hours in which people meet and call; of two readings the one within them is meant. */
    private static final int DAY_STARTS = 7;

    private static final int DAY_ENDS = 21;

    Clock(LocalTime time, boolean isTwelveHour, Optional<ZoneId> zone) {
        this(time, isTwelveHour, zone, false);
    }

    static Clock exactly(int hour, int minute) {
        return new Clock(LocalTime.of(hour % 24, minute), false, Optional.empty());
    }

    static Clock loosely(int hour, int minute) {
        return new Clock(LocalTime.of(hour % 24, minute), hour >= 1 && hour <= 12, Optional.empty());
    }

    Clock asWritten() {
        return new Clock(time, isTwelveHour, zone, true);
    }

    Clock in(ZoneId there) {
        return new Clock(time, isTwelveHour, Optional.of(there), isAsWritten);
    }

    Clock on(DayHalf half) {
        return new Clock(half.of(time), false, zone);
    }

    LocalDateTime on(LocalDate day, Reference reference) {
        boolean isAfternoon =
                isTwelveHour && !isAsWritten && zone.isEmpty() && time.getHour() < DAY_STARTS && time.getHour() > 0;
        var local = day.atTime(isAfternoon ? time.plusHours(12) : time);
        return zone.map(there -> local.atZone(there)
                        .withZoneSameInstant(reference.zone())
                        .toLocalDateTime())
                .orElse(local);
    }

    /** The first such time after now, or the last one before it where the clause looks back. */
    LocalDateTime near(Reference reference) {
        if (zone.isPresent()) {
            return on(reference.today(), reference);
        }
        if (!isTwelveHour) {
            return near(time, reference);
        }
        var morning = near(time, reference);
        var afternoon = near(time.plusHours(12), reference);
        boolean isMorning = isInTheDay(morning) && (!isInTheDay(afternoon) || isNearer(morning, afternoon, reference));
        return isMorning ? morning : afternoon;
    }

    private static LocalDateTime near(LocalTime time, Reference reference) {
        var today = reference.today().atTime(time);
        if (reference.isPast()) {
            return today.isAfter(reference.now()) ? today.minusDays(1) : today;
        }
        return today.isBefore(reference.now()) ? today.plusDays(1) : today;
    }

    private static boolean isInTheDay(LocalDateTime moment) {
        return moment.getHour() >= DAY_STARTS && moment.getHour() < DAY_ENDS;
    }

    private static boolean isNearer(LocalDateTime one, LocalDateTime other, Reference reference) {
        return reference.isPast() ? one.isAfter(other) : one.isBefore(other);
    }
}
