package org.otklik.interactions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** What was said of it, in the words of who logged it. A correction changes facts, and leaves the words. */
final class SummarySlot implements Slot<String> {
    @Override
    public String name() {
        return "summary";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("the words of a dealing are never asked for");
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        return asked || words.isBlank() ? Optional.empty() : Optional.of(words.strip());
    }
}
