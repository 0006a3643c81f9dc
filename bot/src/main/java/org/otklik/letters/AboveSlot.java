package org.otklik.letters;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Understanding;

/** What a colleague wrote above a letter that was passed on. */
final class AboveSlot implements Slot<String> {
    @Override
    public String name() {
        return "above";
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
        throw new IllegalStateException("what stands above a letter is never asked for");
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        boolean isPassedOn =
                turn.message().letter().flatMap(letter -> letter.forwarded()).isPresent();
        var words = understanding.text().strip();
        return asked || !isPassedOn || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
