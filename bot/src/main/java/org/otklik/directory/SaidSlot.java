package org.otklik.directory;

import java.util.Arrays;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Understanding;

/**
 * An answer that is taken where it is said, and never asked for.
 *
 * @param <T> the type of the answer, a type that Jackson can keep
 */
record SaidSlot<T>(String name, Class<T> type, Hearing<T> hearing) implements Slot<T> {
    /** Finds the answer in what was said. */
    interface Hearing<T> {
        Optional<T> hear(Turn turn, Understanding understanding);
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException(name + " is never asked for");
    }

    @Override
    public Optional<T> hear(Turn turn, Understanding understanding, boolean asked) {
        return hearing.hear(turn, understanding);
    }

    /** Of several words or phrases the one is replaced that was called wrong. */
    @Override
    public Optional<T> reworded(T present, Contrast contrast) {
        if (!(present instanceof String[] words)) {
            return Optional.empty();
        }
        boolean isAny =
                Arrays.stream(words).anyMatch(word -> contrast.reword(word).isPresent());
        var now = Arrays.stream(words)
                .map(word -> contrast.reword(word).orElse(word))
                .toArray(String[]::new);
        return isAny ? Optional.of(type.cast(now)) : Optional.empty();
    }
}
