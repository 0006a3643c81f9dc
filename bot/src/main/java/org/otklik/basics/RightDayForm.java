package org.otklik.basics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/** Waits for the day that was meant by one which no calendar has, and has the words read again with it. */
public final class RightDayForm implements Form {
    static final String NAME = "right-day";
    /** Stands in the words where the wrong day stood. */
    private static final String GAP = "\uFFFC";
    /** Who says more tells the whole again. */
    private static final int MOST_WORDS = 5;

    private final Day day = new Day();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(day);
    }

    /** What is known when it opens: the words around the wrong day. */
    Map<String, String> around(String text, Span wrong) {
        return Map.of(day.name(), text.substring(0, wrong.start()) + GAP + text.substring(wrong.end()));
    }

    static boolean tellsTheWhole(String text) {
        return text.strip().split("\\s+").length > MOST_WORDS;
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var said = answers.get(day);
        turn.readOn(tellsTheWhole(said) ? said : answers.hint(day).orElseThrow().replace(GAP, said));
    }

    private static final class Day implements Slot<String> {
        @Override
        public String name() {
            return "day";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(BasicsText.RIGHT_DAY);
        }

        /** The words for it, or for everything anew. */
        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            var text = understanding.text();
            return understanding
                    .all(Entity.Date.class)
                    .findFirst()
                    .filter(_ -> asked)
                    .map(date -> tellsTheWhole(text) ? text : date.span().in(text));
        }
    }
}
