package org.otklik.giving;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.LocalDate;
import java.util.Optional;
import org.otklik.conversation.Json;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DaysInShort;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.i18n.TextKey;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/** By which day. A month alone means its last day. It may stay open. */
public class DaySlot implements Slot<LocalDate> {
    private static final Cues AFFAIRS = new Cues("our-affairs");

    private final String form;
    private final Organization organization;
    private final TextKey question;

    /**
     * @param form the form that it belongs to
     * @param question how it is asked for
     */
    public DaySlot(String form, Organization organization, TextKey question) {
        this.form = form;
        this.organization = organization;
        this.question = question;
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
        turn.say(question);
        FormFilling.offer(turn, form, name(), Text.of(GivingText.TODAY), Json.MAPPER.valueToTree(today));
        FormFilling.offer(turn, form, name(), Text.of(GivingText.NOT_SURE_YET), NullNode.getInstance());
    }

    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked && isOfUs(turn, understanding)) {
            return Optional.empty();
        }
        var said = organization.day(turn.message().sentAt());
        var days = NamedDays.in(understanding).stream().map(DateValue::last).toList();
        return days.stream()
                .filter(day -> !day.isBefore(said))
                .findFirst()
                .or(() -> days.stream().findFirst());
    }

    /** "Is your rink open in winter?", between the questions of the form: the day is not one of the gift. */
    private static boolean isOfUs(Turn turn, Understanding understanding) {
        return turn.state().form().isPresent()
                && understanding.acts().stream().noneMatch(act -> act.isSure() && act.is(PledgeForm.DONATE))
                && !AFFAIRS.in(understanding.text()).isEmpty();
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        var said = organization.day(turn.message().sentAt());
        return value.isBefore(said) ? Optional.of(Text.of(GivingText.DAY_PASSED).with("day", value)) : Optional.empty();
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
