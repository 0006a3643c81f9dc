package org.otklik.letters;

import java.util.Optional;
import java.util.function.Function;
import org.otklik.channels.Letter;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Understanding;

/**
 * What a letter tells by itself. No words change it.
 *
 * @param <T> the type of the answer
 */
final class LetterSlot<T> extends SaidSlot<T> {
    private final Function<Letter, Optional<T>> part;

    LetterSlot(String name, Class<T> type, Function<Letter, Optional<T>> part) {
        super(name, type);
        this.part = part;
    }

    @Override
    public Optional<T> hear(Turn turn, Understanding understanding, boolean asked) {
        return asked ? Optional.empty() : turn.message().letter().flatMap(part);
    }
}
