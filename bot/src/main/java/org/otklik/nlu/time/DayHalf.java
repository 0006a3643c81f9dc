package org.otklik.nlu.time;

import java.time.LocalTime;
import java.util.Locale;

/** The half of the day in which an hour is meant. */
enum DayHalf {
    AM,
    PM,
    /** Two at night is early, eleven at night is late. */
    NIGHT;

    private static final int LATE = 8;

    static DayHalf named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    LocalTime of(LocalTime time) {
        int hour = time.getHour();
        if (hour > 12) {
            return time;
        }
        return switch (this) {
            case AM -> time.withHour(hour % 12);
            case PM -> time.withHour(hour % 12 + 12);
            case NIGHT -> time.withHour(hour % 12 + (hour % 12 >= LATE ? 12 : 0));
        };
    }
}
