package org.otklik.events;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** What to do where there is room, but not for all: fewer come, or all wait. */
final class RoomSlot implements Slot<Integer> {
    /** All wait until there is room. */
    static final int WAIT = -1;

    private static final Cues CUES = new Cues("waiting");

    private final String form;
    private final EventSlot event;
    private final GuestsSlot guests;

    RoomSlot(String form, EventSlot event, GuestsSlot guests) {
        this.form = form;
        this.event = event;
        this.guests = guests;
    }

    @Override
    public String name() {
        return "room";
    }

    @Override
    public Class<Integer> type() {
        return Integer.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        int wanted = 1 + answers.find(guests).orElse(0);
        return left(turn, answers).filter(left -> left > 0 && left < wanted).isPresent();
    }

    private Optional<Integer> left(Turn turn, Answers answers) {
        return event.meant(turn, answers)
                .flatMap(chosen ->
                        new Events(turn.sql()).left(chosen, turn.speaker().contactId()));
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        int left = left(turn, answers).orElseThrow();
        turn.say(Text.of(EventsText.NOT_ROOM_ENOUGH)
                .with("left", left)
                .with("wanted", 1 + answers.find(guests).orElse(0)));
        offer(turn, Text.of(EventsText.COME_ANYWAY).with("left", left), left - 1, Choice.Answer.YES);
        offer(turn, Text.of(EventsText.WAIT_FOR_ROOM), WAIT, Choice.Answer.NO);
    }

    private void offer(Turn turn, Text label, int value, Choice.Answer answer) {
        FormFilling.offer(turn, form, Map.of(name(), IntNode.valueOf(value)), label, answer);
    }

    @Override
    public Optional<Integer> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked) {
            return Optional.empty();
        }
        if (!CUES.in(understanding.text()).isEmpty()) {
            return Optional.of(WAIT);
        }
        return guests.hear(turn, understanding, true);
    }

    @Override
    public Optional<Text> objection(Turn turn, Integer value, Answers answers) {
        return left(turn, answers)
                .filter(left -> value >= left)
                .map(left -> Text.of(EventsText.STILL_TOO_MANY).with("left", left));
    }
}
