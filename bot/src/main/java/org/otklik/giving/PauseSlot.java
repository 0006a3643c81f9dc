package org.otklik.giving;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/** When a paused gift goes on: on the first day of a month that was named. It may stay open. */
final class PauseSlot extends SaidSlot<LocalDate> {
    private static final Phrases WORDS = new Phrases("recurring-actions");
    private static final Pattern CLAUSE = Pattern.compile("[^,.;!?\\n]+");
    private static final Cues AFFAIRS = new Cues("own-affairs");

    private final Organization organization;

    PauseSlot(Organization organization) {
        super("until", LocalDate.class);
        this.organization = organization;
    }

    /** "From June to August" ends with August; "until September" begins with September; "for two months" counts from today. */
    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        return understanding
                .all(Entity.Date.class)
                .filter(date -> isOfTheGift(understanding.text(), date))
                .map(Entity.Date::value)
                .map(value -> until(value, today))
                .reduce((first, last) -> last)
                .or(() -> understanding
                        .all(Entity.Duration.class)
                        .map(duration -> duration.value().amount())
                        .filter(length -> length instanceof java.time.Period)
                        .map(today::plus)
                        .findFirst());
    }

    /** "I retire in November, so please stop it": a day beside a verb of its own is one of something else. */
    private static boolean isOfTheGift(String text, Entity.Date date) {
        var clause = CLAUSE.matcher(text)
                .results()
                .filter(found ->
                        found.start() <= date.span().start() && date.span().start() < found.end())
                .map(MatchResult::group)
                .findFirst()
                .orElse(text);
        return AFFAIRS.in(clause).isEmpty()
                || !RecurringAction.in(clause, WORDS).isEmpty();
    }

    private static LocalDate until(DateValue value, LocalDate today) {
        if (value.first().isAfter(today)) {
            return value.first();
        }
        // What is over as a whole is objected to by the day that was named.
        return value.last().isBefore(today) ? value.last() : value.last().plusDays(1);
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        var today = organization.day(turn.message().sentAt());
        return value.isAfter(today)
                ? Optional.empty()
                : Optional.of(Text.of(GivingText.PAUSE_PASSED).with("day", value));
    }
}
