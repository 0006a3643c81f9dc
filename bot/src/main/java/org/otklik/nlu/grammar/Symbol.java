package org.otklik.nlu.grammar;

/**
 * A kind of thing that stands in a text: a month, a number, a day. Compared by identity.
 *
 * @param <T> what a thing of this kind means
 */
@SuppressWarnings("UnusedTypeParameter") // it types the values that come with the symbol
public final class Symbol<T> {
    private final String name;

    public Symbol(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
