package org.otklik.interactions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DaysInShort;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/** The day on which something happened, which is never ahead. */
final class HappenedSlot implements Slot<LocalDate> {
    private static final Pattern PAUSE = Pattern.compile("[,.;:!?\n]");

    private static final int WEEK = 7;

    private final Organization organization;
    private final Cues dealings = new Cues("dealings");

    HappenedSlot(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "happened";
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
        turn.say(InteractionsText.WHEN);
    }

    /** The first day named that is not ahead: one ahead is a promise or a plan, and not when it happened. */
    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        var days = understanding.entities().stream()
                .flatMap(entity -> switch (entity) {
                    case Entity.Date date ->
                        Stream.of(date.value())
                                .filter(value -> isDay(value) || asked || isBesideDealing(understanding, date.span()))
                                .map(DateValue::last);
                    case Entity.DateTime moment -> Stream.of(moment.value().toLocalDate());
                    default -> Stream.<LocalDate>empty();
                })
                .toList();
        return days.stream()
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .or(() -> ahead(understanding, asked, today));
    }

    /** "Gave her the report for the summer": a longer time may be that of something else. */
    private static boolean isDay(DateValue value) {
        return value.first().equals(value.last());
    }

    /**
     * A single day ahead is a mistake where it stands beside what happened; elsewhere, as a month ahead, it is when something else is
     * going to happen: "met Anna, she is coming on Friday".
     */
    private Optional<LocalDate> ahead(Understanding understanding, boolean asked, LocalDate today) {
        return understanding
                .all(Entity.Date.class)
                .filter(date -> asked || isBesideDealing(understanding, date.span()))
                .map(Entity.Date::value)
                .filter(value -> isDay(value) || isWeekAhead(value, today))
                .map(DateValue::first)
                .findFirst();
    }

    /** "Called her next week". A longer time may be that of what was spoken of. */
    private static boolean isWeekAhead(DateValue value, LocalDate today) {
        return value.first().isAfter(today) && value.first().plusDays(WEEK).isAfter(value.last());
    }

    /** Whether nothing parts it from the first word that tells of a dealing. */
    private boolean isBesideDealing(Understanding understanding, Span day) {
        var text = understanding.text();
        return understanding.acts().stream()
                .map(Act::text)
                .filter(said -> !said.isBlank() && text.contains(said))
                .findFirst()
                .flatMap(said -> dealings.in(said).stream()
                        .findFirst()
                        .map(found -> text.indexOf(said) + found.span().start()))
                .map(word -> text.substring(Math.min(word, day.start()), Math.max(word, day.start())))
                .filter(between -> !PAUSE.matcher(between).find())
                .isPresent();
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        return value.isAfter(organization.day(turn.message().sentAt()))
                ? Optional.of(Text.of(InteractionsText.STILL_AHEAD).with("day", value))
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
