package org.otklik.events;

import java.util.Optional;
import java.util.OptionalInt;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** How many come besides who signs up. Nobody, where nothing is said of it; it is asked for where others come uncounted. */
final class GuestsSlot implements Slot<Integer> {
    private final EventWords events;

    GuestsSlot(EventWords events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "guests";
    }

    @Override
    public Class<Integer> type() {
        return Integer.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return answers.hint(this).isPresent();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(EventsText.HOW_MANY_GUESTS);
    }

    @Override
    public Optional<Integer> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = words(turn, understanding);
        var said = Company.in(words).others();
        var heard = said.isPresent() || !asked ? said : Company.number(words);
        return optional(heard);
    }

    private static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Days and telephones have numbers too, and titles have people, who are counted by none. */
    private String words(Turn turn, Understanding understanding) {
        var words = new StringBuilder(
                events.withoutTitles(understanding.text(), new Events(turn.sql()).upcoming(turn.at())));
        understanding.entities().stream()
                .filter(entity -> entity instanceof Entity.Date
                        || entity instanceof Entity.DateTime
                        || entity instanceof Entity.Phone
                        || entity instanceof Entity.Email)
                .forEach(entity -> {
                    for (int at = entity.span().start(); at < entity.span().end(); at++) {
                        words.setCharAt(at, ' ');
                    }
                });
        return words.toString();
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return Company.in(words(turn, understanding)).isUncounted()
                ? Optional.of(understanding.text())
                : Optional.empty();
    }
}
