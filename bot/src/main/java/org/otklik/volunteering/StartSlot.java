package org.otklik.volunteering;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/** From when, where it was said: a day that is not over yet, or the first day of a month. */
final class StartSlot extends SaidSlot<Start> {
    private final Organization organization;

    StartSlot(Organization organization) {
        super("start", Start.class);
        this.organization = organization;
    }

    /** What happened today or before is not when they begin. */
    @Override
    public Optional<Start> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        return understanding
                .all(Entity.Date.class)
                .map(Entity.Date::value)
                .filter(value -> asked || value.last().isAfter(today))
                .map(value -> new Start(value.first(), value instanceof DateValue.Month))
                .findFirst();
    }

    @Override
    public Optional<Text> objection(Turn turn, Start value) {
        boolean isOver = !value.isMonth()
                && value.day().isBefore(organization.day(turn.message().sentAt()));
        return isOver ? Optional.of(Text.of(VolunteeringText.START_PASSED).with("day", value.day())) : Optional.empty();
    }
}
