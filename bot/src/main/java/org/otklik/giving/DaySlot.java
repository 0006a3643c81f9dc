package org.otklik.giving;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.Optional;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** By which day. A month alone means its last day. It may stay open. */
class DaySlot implements Slot<LocalDate> {
    private final String form;
    private final Organization organization;

    DaySlot(String form, Organization organization) {
        this.form = form;
        this.organization = organization;
    }

    @Override
    public String name() {
        return "day";
    }

    @Override
    public Class<LocalDate> type() {
        return LocalDate.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var today = organization.day(turn.at());
        turn.say(GivingText.ASK_DAY);
        FormFilling.offer(turn, form, name(), Text.of(GivingText.TODAY), Json.MAPPER.valueToTree(today));
        FormFilling.offer(turn, form, name(), Text.of(GivingText.NOT_SURE_YET), NullNode.getInstance());
    }

    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Date.class)
                .map(date -> date.value().last())
                .findFirst()
                .or(() -> understanding
                        .all(Entity.DateTime.class)
                        .map(moment -> moment.value().toLocalDate())
                        .findFirst());
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        var said = organization.day(turn.message().sentAt());
        return value.isBefore(said) ? Optional.of(Text.of(GivingText.DAY_PASSED).with("day", value)) : Optional.empty();
    }
}
