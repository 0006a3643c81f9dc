package org.otklik.directory;

import java.util.Arrays;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Understanding;

/**
 * A fact of somebody, taken where it is told.
 *
 * @param <T> the type of the answer, a type that Jackson can keep
 */
final class FactSlot<T> extends SaidSlot<T> {
    private final Hearing<T> hearing;

    FactSlot(String name, Class<T> type, Hearing<T> hearing) {
        super(name, type);
        this.hearing = hearing;
    }

    /** Finds the answer in what was said. */
    interface Hearing<T> {
        Optional<T> hear(Turn turn, Understanding understanding);
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
        return isAny ? Optional.of(type().cast(now)) : Optional.empty();
    }
}
