package org.otklik.tasks;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/**
 * When something is to be done, as far as it was said; the rest is what people mean when they leave it out.
 *
 * @param day the day, where one was said
 * @param time the time of that day, where one was said
 * @param isDeadline whether it is to be done by then: the end of that working day, where no time was said
 * @param shift by how much a task moves, ISO 8601, where that was said instead of a day
 */
record When(Optional<LocalDate> day, Optional<LocalTime> time, boolean isDeadline, Optional<String> shift) {
    static final LocalTime MORNING = LocalTime.of(10, 0);
    static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    static When on(LocalDate day) {
        return new When(Optional.of(day), Optional.empty(), false, Optional.empty());
    }

    /** The moment for a new task. Something for today that is not for a time of day is for what is left of it. */
    LocalDateTime from(LocalDateTime now) {
        return from(now, now, isDeadline || isTooLateInTheMorning(now) ? END_OF_DAY : MORNING);
    }

    /** The moment to which a task moves, which keeps its hour. */
    LocalDateTime from(LocalDateTime now, LocalDateTime due) {
        return from(now, due, isDeadline ? END_OF_DAY : due.toLocalTime());
    }

    private LocalDateTime from(LocalDateTime now, LocalDateTime due, LocalTime usual) {
        if (shift.isPresent()) {
            var earliest = due.isBefore(now) ? now : due;
            return earliest.plus(amount(shift.get()));
        }
        return day.or(() -> time.map(hour -> nearest(now, hour)))
                .orElse(due.toLocalDate())
                .atTime(time.orElse(usual));
    }

    private boolean isTooLateInTheMorning(LocalDateTime now) {
        return day.equals(Optional.of(now.toLocalDate())) && !now.toLocalTime().isBefore(MORNING);
    }

    private static LocalDate nearest(LocalDateTime now, LocalTime hour) {
        return hour.isAfter(now.toLocalTime())
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
    }

    private static TemporalAmount amount(String iso) {
        return iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
    }

    /** A correction: what it does not speak of stays. */
    When corrected(When heard) {
        return new When(
                heard.day.or(() -> heard.shift.isPresent() ? Optional.empty() : day),
                heard.time.or(() -> heard.isDeadline ? Optional.empty() : time),
                heard.isDeadline || (isDeadline && heard.day.isEmpty()),
                heard.shift);
    }
}
