package org.otklik.letters;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Understanding;

/** What a colleague wrote above a letter that was passed on. */
final class AboveSlot extends SaidSlot<String> {
    AboveSlot() {
        super("above", String.class);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        boolean isPassedOn =
                turn.message().letter().flatMap(letter -> letter.forwarded()).isPresent();
        var words = understanding.text().strip();
        return asked || !isPassedOn || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
