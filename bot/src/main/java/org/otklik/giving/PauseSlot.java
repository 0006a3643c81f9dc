package org.otklik.giving;

import java.time.LocalDate;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** When a paused gift goes on: on the first day of a month that was named. It may stay open. */
final class PauseSlot implements Slot<LocalDate> {
    private final Organization organization;

    PauseSlot(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "until";
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
        throw new IllegalStateException("nobody is asked how long a pause will be");
    }

    /** "From June to August" ends with August; "until September" begins with September; "for two months" counts from today. */
    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        return understanding
                .all(Entity.Date.class)
                .map(Entity.Date::value)
                .map(value -> value.first().isAfter(today)
                        ? value.first()
                        : value.last().plusDays(1))
                .reduce((first, last) -> last)
                .or(() -> understanding
                        .all(Entity.Duration.class)
                        .map(Entity.Duration::value)
                        .filter(length -> length instanceof java.time.Period)
                        .map(today::plus)
                        .findFirst());
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        var today = organization.day(turn.message().sentAt());
        return value.isAfter(today)
                ? Optional.empty()
                : Optional.of(Text.of(GivingText.DAY_PASSED).with("day", value));
    }
}
