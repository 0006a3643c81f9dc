package org.otklik.nlu.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says that some things in a row make a new thing.
 *
 * @param parts what has to stand in a row
 * @param meaning the value of the whole; empty where the parts make no sense together (the 31st of June)
 */
public record Rule<T>(Symbol<T> result, List<Part> parts, Function<Match, Optional<T>> meaning) {
    /** One place in the row: any of these symbols, or nothing if it is optional. */
    public record Part(List<Symbol<?>> symbols, boolean isOptional) {}

    public static <T> Rule<T> rule(Symbol<T> result, Function<Match, Optional<T>> meaning, Part... parts) {
        return new Rule<>(result, List.of(parts), meaning);
    }

    public static Part one(Symbol<?>... symbols) {
        return new Part(List.of(symbols), false);
    }

    public static Part maybe(Symbol<?>... symbols) {
        return new Part(List.of(symbols), true);
    }

    /** The rows that this rule means: one for each choice of the optional parts at its beginning. */
    List<Rule<T>> withoutLeadingOptions() {
        var rules = new ArrayList<Rule<T>>();
        for (int i = 0; i < parts.size(); i++) {
            var first = parts.get(i);
            var rest = new ArrayList<>(parts.subList(i, parts.size()));
            rest.set(0, new Part(first.symbols(), false));
            rules.add(new Rule<>(result, List.copyOf(rest), meaning));
            if (!first.isOptional()) {
                break;
            }
        }
        return rules;
    }
}
