package org.otklik.dialogue;

import org.otklik.conversation.Turn;

/**
 * A slot that is answered where something is said of it, and never asked for.
 *
 * @param <T> the type of the answer, a type that Jackson can keep
 */
public abstract class SaidSlot<T> implements Slot<T> {
    private final String name;
    private final Class<T> type;

    protected SaidSlot(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<T> type() {
        return type;
    }

    @Override
    public final boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    /** It comes to this only where what was said could not be taken, and the objection to it is the question. */
    @Override
    public final void ask(Turn turn, Answers answers) {}
}
