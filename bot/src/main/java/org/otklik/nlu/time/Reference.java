package org.otklik.nlu.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What a relative date is relative to.
 *
 * @param now the local time at which it was said
 * @param zone the zone in which that is local
 */
public record Reference(LocalDateTime now, ZoneId zone, Direction direction) {
    public LocalDate today() {
        return now.toLocalDate();
    }

    public Reference looking(Direction way) {
        return new Reference(now, zone, way);
    }

    /** The same, seen from the end of another day and looking ahead: for what follows that day. */
    Reference from(LocalDate day) {
        return new Reference(day.atTime(now.toLocalTime()), zone, Direction.FUTURE);
    }

    /** The same, seen from another day and looking back: for what leads up to that day. */
    Reference before(LocalDate day) {
        return new Reference(day.atTime(now.toLocalTime()), zone, Direction.PAST);
    }

    boolean isPast() {
        return direction == Direction.PAST;
    }
}
