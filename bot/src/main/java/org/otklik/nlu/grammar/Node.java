package org.otklik.nlu.grammar;

/**
 * A thing found in a text.
 *
 * @param value what it means
 * @param from the index of its first token
 * @param to the index after its last token
 */
public record Node<T>(Symbol<T> symbol, T value, int from, int to) {
    public int length() {
        return to - from;
    }
}
