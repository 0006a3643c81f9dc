package org.otklik.nlu.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Layers of rules, each over what the layers before it found. Within a layer the text is read from its end, so that a rule
 * may use what its own layer found further on. Time is linear in the text: a rule has few parts, and a place few things.
 */
public final class Grammar {
    /** No more words than this make one day or sum: else "a week after a week after" would be read from each to each. */
    private static final int LONGEST = 20;

    private final List<Map<Symbol<?>, List<Rule<?>>>> layers = new ArrayList<>();

    public Grammar layer(List<? extends Rule<?>> rules) {
        var byFirst = new IdentityHashMap<Symbol<?>, List<Rule<?>>>();
        for (var rule : rules) {
            for (var row : rule.withoutLeadingOptions()) {
                for (var symbol : row.parts().getFirst().symbols()) {
                    byFirst.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(row);
                }
            }
        }
        layers.add(byFirst);
        return this;
    }

    public void read(Chart chart) {
        for (var layer : layers) {
            for (int i = chart.tokens().size() - 1; i >= 0; i--) {
                readAt(chart, i, layer);
            }
        }
    }

    private static void readAt(Chart chart, int index, Map<Symbol<?>, List<Rule<?>>> layer) {
        // A rule may start with what another rule of its layer found here, so the list grows while it is read.
        var here = chart.at(index);
        for (int n = 0; n < here.size(); n++) {
            var first = here.get(n);
            for (var rule : layer.getOrDefault(first.symbol(), List.of())) {
                var row = new ArrayDeque<Node<?>>();
                row.add(first);
                extend(chart, rule, 1, first.to(), row);
            }
        }
    }

    private static <T> void extend(Chart chart, Rule<T> rule, int part, int index, Deque<Node<?>> row) {
        if (part == rule.parts().size()) {
            var match = new Match(chart, List.copyOf(row));
            if (match.to() - match.from() > LONGEST) {
                return;
            }
            rule.meaning().apply(match).ifPresent(value -> chart.add(rule.result(), value, match.from(), match.to()));
            return;
        }
        var wanted = rule.parts().get(part);
        for (var node : List.copyOf(chart.at(index))) {
            if (wanted.symbols().contains(node.symbol())) {
                row.addLast(node);
                extend(chart, rule, part + 1, node.to(), row);
                row.removeLast();
            }
        }
        if (wanted.isOptional()) {
            extend(chart, rule, part + 1, index, row);
        }
    }
}
