package org.otklik.interactions;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** What was said of it, in the words of who logged it. A correction changes facts, and leaves the words. */
final class SummarySlot extends SaidSlot<String> {
    SummarySlot() {
        super("summary", String.class);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        return asked || words.isBlank() ? Optional.empty() : Optional.of(words.strip());
    }
}
