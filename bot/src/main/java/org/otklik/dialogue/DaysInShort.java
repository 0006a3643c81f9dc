package org.otklik.dialogue;

import java.time.LocalDate;
import java.util.Optional;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Phrases;

/** Days that are put right without being named in full: "the 21st, not the 20th", "not this one but the next". */
public final class DaysInShort {
    /** Which of the weeks the words stand for, counted from this one. */
    private static final Phrases WEEKS = new Phrases("which-of-weeks");

    private static final Cues WEEKDAYS = new Cues("weekdays");

    private DaysInShort() {}

    /** The right day in the month of the present one, where the wrong day is told by its number alone. */
    public static Optional<LocalDate> inMonth(LocalDate present, LocalDate wrong, LocalDate right) {
        boolean isOfOtherMonth = present.getDayOfMonth() == wrong.getDayOfMonth() && !present.equals(wrong);
        return isOfOtherMonth && right.getDayOfMonth() <= present.lengthOfMonth()
                ? Optional.of(present.withDayOfMonth(right.getDayOfMonth()))
                : Optional.empty();
    }

    /** The same day of another week; empty where the contrast is none of weeks. */
    public static Optional<LocalDate> ofOtherWeek(LocalDate present, Contrast contrast) {
        var text = contrast.text();
        return week(contrast.wrong().in(text))
                .flatMap(from -> week(contrast.right().in(text)).map(to -> to - from))
                .map(present::plusWeeks);
    }

    /** "On this Friday": the weekday is the one that is known. */
    private static Optional<Integer> week(String words) {
        var rest = new StringBuilder(words);
        WEEKDAYS.in(words).forEach(found -> found.span().blank(rest));
        return WEEKS.meaning(rest.toString().strip()).map(Integer::valueOf);
    }
}
