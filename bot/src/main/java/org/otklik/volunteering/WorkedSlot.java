package org.otklik.volunteering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DaysInShort;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** The day on which somebody has worked, or is going to. A weekday alone is the last one for who tells what was, the next for a plan. */
class WorkedSlot implements Slot<LocalDate> {
    private static final Cues WEEKDAYS = new Cues("weekdays");
    /** "I'll come on Saturday for four hours" is no work yet. */
    private static final Cues AHEAD = new Cues("work-ahead");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int WEEK = 7;
    private static final int HALF_A_YEAR = 6;

    final Organization organization;
    private final boolean isPlan;

    /** @param isPlan whether a day ahead is right */
    WorkedSlot(Organization organization, boolean isPlan) {
        this.organization = organization;
        this.isPlan = isPlan;
    }

    @Override
    public String name() {
        return "worked";
    }

    @Override
    public Class<LocalDate> type() {
        return LocalDate.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(VolunteeringText.WHICH_DAY);
    }

    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        return understanding
                .all(Entity.Date.class)
                .filter(date -> date.value().first().equals(date.value().last()))
                .map(date ->
                        meant(understanding.text(), date.span(), date.value().first(), today))
                .findFirst()
                .or(() -> understanding
                        .all(Entity.DateTime.class)
                        .map(moment -> meant(
                                understanding.text(),
                                moment.span(),
                                moment.value().toLocalDate(),
                                today))
                        .findFirst())
                .or(() -> isPlan ? Optional.empty() : ahead(understanding, today));
    }

    /** "Worked three hours next week": a longer time that is ahead as a whole is no day, and yet not right for what was. */
    final Optional<LocalDate> ahead(Understanding understanding, LocalDate today) {
        return understanding
                .all(Entity.Date.class)
                .map(date -> date.value().first())
                .filter(first -> first.isAfter(today))
                .findFirst();
    }

    private LocalDate meant(String text, Span span, LocalDate day, LocalDate today) {
        boolean isWeekday = WEEKDAYS.in(span.in(text)).stream()
                        .anyMatch(found -> DayOfWeek.valueOf(found.name()) == day.getDayOfWeek())
                && span.in(text).chars().noneMatch(Character::isDigit);
        boolean isAhead = day.isAfter(today) && day.isBefore(today.plusDays(WEEK + 1));
        // A day without a year is read as the next one, and work is told of the last one.
        boolean isLongAhead = !YEAR.matcher(span.in(text)).find() && day.isAfter(today.plusMonths(HALF_A_YEAR));
        if (isLongAhead && !isPlan) {
            return day.minusYears(1);
        }
        return isWeekday && isAhead && !isPlan && AHEAD.in(text).isEmpty() ? day.minusDays(WEEK) : day;
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        var today = organization.day(turn.message().sentAt());
        if (!isPlan && value.isAfter(today)) {
            return Optional.of(Text.of(VolunteeringText.DAY_AHEAD).with("day", value));
        }
        return value.isBefore(today.minusYears(1))
                ? Optional.of(Text.of(VolunteeringText.LONG_AGO).with("day", value))
                : Optional.empty();
    }

    @Override
    public Optional<LocalDate> inShort(LocalDate present, LocalDate wrong, LocalDate right) {
        return DaysInShort.inMonth(present, wrong, right);
    }

    @Override
    public Optional<LocalDate> reworded(LocalDate present, Contrast contrast) {
        return DaysInShort.ofOtherWeek(present, contrast);
    }
}
