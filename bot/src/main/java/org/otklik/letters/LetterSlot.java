package org.otklik.letters;

import java.util.Optional;
import java.util.function.Function;
import org.otklik.channels.Letter;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Understanding;

/**
 * What a letter tells by itself. It is never asked for, and no words change it.
 *
 * @param <T> the type of the answer
 */
final class LetterSlot<T> implements Slot<T> {
    private final String name;
    private final Class<T> type;
    private final Function<Letter, Optional<T>> part;

    LetterSlot(String name, Class<T> type, Function<Letter, Optional<T>> part) {
        this.name = name;
        this.type = type;
        this.part = part;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("what a letter tells by itself is never asked for");
    }

    @Override
    public Optional<T> hear(Turn turn, Understanding understanding, boolean asked) {
        return asked ? Optional.empty() : turn.message().letter().flatMap(part);
    }
}
