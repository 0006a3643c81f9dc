package org.otklik.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.nlu.Contrast;

/** Days that are put right in few words. */
class DaysInShortTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 16);

    @Test
    void theNextOneIsAWeekLater() {
        assertThat(moved("не в эту, а в следующую")).contains(FRIDAY.plusWeeks(1));
        assertThat(moved("the next one, not this one")).contains(FRIDAY.plusWeeks(1));
    }

    @Test
    void otherWordsMoveNoDay() {
        assertThat(moved("не в кассу, а в банк")).isEmpty();
    }

    @Test
    void aBareNumberIsOfTheMonthOfTheDayThatItPutsRight() {
        var present = LocalDate.of(2026, 12, 20);
        var wrong = LocalDate.of(2026, 10, 20);
        assertThat(DaysInShort.inMonth(present, wrong, wrong.plusDays(1))).contains(present.plusDays(1));
        assertThat(DaysInShort.inMonth(present, present, wrong)).isEmpty();
    }

    private static Optional<LocalDate> moved(String text) {
        return Contrast.in(text).flatMap(contrast -> DaysInShort.ofOtherWeek(FRIDAY, contrast));
    }
}
