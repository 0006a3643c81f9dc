package org.otklik.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 23 November 2026 is a Monday. */
class OfficeHoursTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:59:59, false",
        "2026-11-23T10:00:00, true",
        "2026-11-23T17:59:59, true",
        "2026-11-23T18:00:00, false",
        "2026-11-28T12:00:00, false",
        "2026-11-24T12:00:00, false"
    })
    void theOfficeIsOpenFromItsFirstMinuteToItsLastExceptOnHolidays(LocalDateTime at, boolean open) {
        var hours = hours("Mon-Fri 10:00-18:00", LocalDate.of(2026, 11, 24));

        assertThat(hours.open(moscow(at))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00, 2026-11-23T12:00",
        "2026-11-23T08:00, 2026-11-23T09:00",
        "2026-11-27T16:30, 2026-11-30T09:00",
        "2026-11-26T18:00, 2026-11-27T09:00"
    })
    void theNextOpeningIsNowOrTheNextMorningThatIsWorked(LocalDateTime from, LocalDateTime next) {
        var hours = hours("Mon-Thu 9:00-18:00, Fri 9:00-16:00");

        assertThat(hours.nextOpening(moscow(from))).isEqualTo(moscow(next));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, PT4H, 2026-11-23T14:00",
        "2026-11-23T16:00, PT4H, 2026-11-25T12:00",
        "2026-11-27T17:30, PT4H, 2026-11-30T13:30",
        "2026-11-28T03:00, PT4H, 2026-11-30T14:00",
        "2026-11-23T10:00, PT8H, 2026-11-23T18:00",
        "2026-11-23T10:00, PT24H, 2026-11-26T18:00",
        "2026-11-28T03:00, PT0S, 2026-11-28T03:00"
    })
    void officeTimePassesOnlyInOfficeHours(LocalDateTime from, Duration officeTime, LocalDateTime end) {
        var hours = hours("Mon-Fri 10:00-18:00", LocalDate.of(2026, 11, 24));

        assertThat(hours.plus(moscow(from), officeTime)).isEqualTo(moscow(end));
    }

    @Test
    void aHelplineThatWorksThroughTheNightIsOneShift() {
        var hours = hours("Fri 22:00-6:00");

        assertThat(hours.open(moscow(LocalDateTime.parse("2026-11-28T05:59")))).isTrue();
        assertThat(hours.open(moscow(LocalDateTime.parse("2026-11-28T06:00")))).isFalse();
    }

    @Test
    void aLunchBreakIsClosed() {
        var hours = hours("Mon-Fri 9-13, Mon-Fri 14-18");

        assertThat(hours.open(moscow(LocalDateTime.parse("2026-11-23T13:30")))).isFalse();
        assertThat(hours.plus(moscow(LocalDateTime.parse("2026-11-23T12:00")), Duration.ofHours(2)))
                .isEqualTo(moscow(LocalDateTime.parse("2026-11-23T15:00")));
    }

    @Test
    void aDayOfTwentyFiveHoursIsCountedByItsHours() {
        var hours = new OfficeHours(WeeklyHours.parse("Mon-Sun 0:00-24:00"), Set.of(), ZoneId.of("Europe/Berlin"));

        assertThat(hours.plus(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(25)))
                .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, Wed, Fri 10:00-18:00",
                "пн, ср, пт 10:00–18:00",
                "Понедельник 10.00 - 18.00; Wednesday 10-18; ПТ 10-18"
            })
    void daysAreUnderstoodInEveryLanguageAndInManyForms(String text) {
        assertThat(WeeklyHours.parse(text)).isEqualTo(WeeklyHours.parse("Mon 10-18, Wed 10-18, Fri 10-18"));
    }

    @Test
    void aRangeOfDaysMayPassTheEndOfTheWeek() {
        assertThat(WeeklyHours.parse("Sat-Mon 10-12")).isEqualTo(WeeklyHours.parse("Sat 10-12, Sun 10-12, Mon 10-12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon-Fri",
                "10:00-18:00",
                "Mon-Fri 10:00",
                "Mon-Fri 10:00-25:00",
                "Mon-Fri 10:00-10:00",
                "Mon-Fri 10:61-18:00",
                "Mon-Foo 10-18",
                "Mon-Tue-Wed 10-18",
                "Mon 10-18, Fri",
                "always"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyHours.parse(text));
    }

    private static OfficeHours hours(String week, LocalDate... holidays) {
        return new OfficeHours(WeeklyHours.parse(week), Set.of(holidays), MOSCOW);
    }

    private static Instant moscow(LocalDateTime at) {
        return at.atZone(MOSCOW).toInstant();
    }
}
