package org.otklik.nlu.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that was found in a text so far, by where it starts. */
public final class Chart {
    /** Enough for what people write; a bound on what rules can multiply. */
    private static final int MAX_NODES_AT = 64;
    /** The longest phrase of the tables, in tokens. */
    private static final int MAX_PHRASE = 4;

    private final Tokens tokens;
    private final List<List<Node<?>>> byStart;

    public Chart(Tokens tokens) {
        this.tokens = tokens;
        this.byStart = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            byStart.add(new ArrayList<>(2));
        }
    }

    public Tokens tokens() {
        return tokens;
    }

    public <T> void add(Symbol<T> symbol, T value, int from, int to) {
        var here = byStart.get(from);
        if (here.size() < MAX_NODES_AT) {
            here.add(new Node<>(symbol, value, from, to));
        }
    }

    public List<Node<?>> at(int from) {
        return from >= 0 && from < byStart.size() ? byStart.get(from) : List.of();
    }

    /** The things of this kind that start here, in the order in which they were found. */
    @SuppressWarnings("unchecked") // a node has the type of its symbol, by its constructor
    public <T> List<Node<T>> at(int from, Symbol<T> symbol) {
        var found = new ArrayList<Node<T>>(2);
        for (var node : at(from)) {
            if (node.symbol() == symbol) {
                found.add((Node<T>) node);
            }
        }
        return found;
    }

    public boolean has(int from, Symbol<?> symbol) {
        return at(from).stream().anyMatch(node -> node.symbol() == symbol);
    }

    /** Whether a thing of this kind ends right before this place. */
    public boolean endsBefore(int index, Symbol<?> symbol) {
        for (int from = Math.max(0, index - MAX_PHRASE); from < index; from++) {
            for (var node : at(from)) {
                if (node.symbol() == symbol && node.to() == index) {
                    return true;
                }
            }
        }
        return false;
    }

    public <T> Optional<Node<T>> longest(int from, Symbol<T> symbol) {
        return at(from, symbol).stream().max(Comparator.comparingInt(Node::length));
    }

    /** Everything of this kind, by where it starts. */
    public <T> List<Node<T>> all(Symbol<T> symbol) {
        var found = new ArrayList<Node<T>>();
        for (int i = 0; i < tokens.size(); i++) {
            found.addAll(at(i, symbol));
        }
        return found;
    }
}
