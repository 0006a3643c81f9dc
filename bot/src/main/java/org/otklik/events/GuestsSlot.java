package org.otklik.events;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** How many come besides who signs up. Nobody, where nothing is said of it; it is asked for where others come uncounted. */
final class GuestsSlot implements Slot<Integer> {
    /** Less than nobody, a part of somebody, and numbers in the way of a calculator. */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("(?<!\\S)[-\\u2212]\\d|(?<!\\S)\\d+[.,]\\d+\\s+\\p{L}|\\d[eE]\\d|\\d{6}");

    private static final int NOBODY = -1;

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
        if (IMPOSSIBLE.matcher(words).find()) {
            return Optional.of(NOBODY);
        }
        var said = Company.in(words).others();
        var heard = said.isPresent() || !asked ? said : Company.number(words);
        return optional(heard);
    }

    @Override
    public Optional<Text> objection(Turn turn, Integer value) {
        return value < 0 ? Optional.of(Text.of(EventsText.NO_SUCH_NUMBER)) : Optional.empty();
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
