package org.otklik.nlu.grammar;

import java.util.List;
import java.util.Optional;

/** The things that a rule found in a row. */
public record Match(Chart chart, List<Node<?>> nodes) {
    public Match {
        nodes = List.copyOf(nodes);
    }

    /** The value of the only or first thing of this kind. */
    public <T> T get(Symbol<T> symbol) {
        return find(symbol).orElseThrow();
    }

    public <T> Optional<T> find(Symbol<T> symbol) {
        return nth(symbol, 0);
    }

    public boolean has(Symbol<?> symbol) {
        return find(symbol).isPresent();
    }

    /** The value of the second thing of this kind. */
    public <T> T second(Symbol<T> symbol) {
        return nth(symbol, 1).orElseThrow();
    }

    public int from() {
        return nodes.getFirst().from();
    }

    public int to() {
        return nodes.getLast().to();
    }

    public Tokens tokens() {
        return chart.tokens();
    }

    /** The values of all things of this kind. */
    @SuppressWarnings("unchecked") // a node has the type of its symbol
    public <T> List<T> all(Symbol<T> symbol) {
        return nodes.stream()
                .filter(node -> node.symbol() == symbol)
                .map(node -> (T) node.value())
                .toList();
    }

    private <T> Optional<T> nth(Symbol<T> symbol, int n) {
        return all(symbol).stream().skip(n).findFirst();
    }
}
