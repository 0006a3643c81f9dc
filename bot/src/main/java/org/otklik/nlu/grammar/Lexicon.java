package org.otklik.nlu.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases with their meanings, from tables of lines such as {@code month 5: may, mai}: the name of a symbol, the value
 * if it has one, the forms. Endings in braces are written out: {@code appl{e,es}}; an empty ending is a dash. A star
 * stands for any ending of a stem, or any stem of an ending: {@code donat*}, {@code *ed}. A line that starts with # is a comment.
 */
public final class Lexicon {
    private static final String ANYTHING = "*";
    private static final int MIN_STEM = 2;
    private static final int MAX_STEM = 16;
    private static final int MAX_ENDING = 6;

    private final Map<String, Function<String, Meaning<?>>> readers = new HashMap<>();
    private final Branch root = new Branch();

    private record Meaning<T>(Symbol<T> symbol, T value) {
        void add(Chart chart, int from, int to) {
            chart.add(symbol, value, from, to);
        }
    }

    private static final class Branch {
        private final Map<String, Branch> next = new HashMap<>();
        private final Map<String, Branch> nextByStem = new HashMap<>();
        private final Map<String, Branch> nextByEnding = new HashMap<>();
        private final List<Meaning<?>> meanings = new ArrayList<>();

        void follow(String key, List<Branch> further) {
            add(next.get(key), further);
            if (!nextByStem.isEmpty()) {
                for (int length = Math.min(key.length(), MAX_STEM); length >= MIN_STEM; length--) {
                    add(nextByStem.get(key.substring(0, length)), further);
                }
            }
            if (!nextByEnding.isEmpty()) {
                for (int length = Math.min(key.length() - MIN_STEM, MAX_ENDING); length > 0; length--) {
                    add(nextByEnding.get(key.substring(key.length() - length)), further);
                }
            }
        }

        private static void add(@Nullable Branch branch, List<Branch> further) {
            if (branch != null) {
                further.add(branch);
            }
        }

        Branch extend(String key) {
            return next.computeIfAbsent(key, _ -> new Branch());
        }

        Branch extendByStem(String stem) {
            return nextByStem.computeIfAbsent(stem, _ -> new Branch());
        }

        Branch extendByEnding(String ending) {
            return nextByEnding.computeIfAbsent(ending, _ -> new Branch());
        }
    }

    /** Makes a symbol known to the tables, with the way to read its value. */
    public <T> Lexicon with(Symbol<T> symbol, Function<String, T> reader) {
        readers.put(symbol.name(), value -> new Meaning<>(symbol, reader.apply(value)));
        return this;
    }

    /** @throws IllegalArgumentException for a line that can't be read, or a symbol that is not known */
    public Lexicon read(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::readLine);
        return this;
    }

    /** Puts all words and phrases of the text into the chart. */
    public void mark(Chart chart) {
        for (int i = 0; i < chart.tokens().size(); i++) {
            markAt(chart, i);
        }
    }

    private void markAt(Chart chart, int from) {
        var reached = List.of(root);
        for (int to = from; to < chart.tokens().size() && !reached.isEmpty(); to++) {
            var key = chart.tokens().at(to).key();
            var further = new ArrayList<Branch>();
            reached.forEach(branch -> branch.follow(key, further));
            for (var branch : further) {
                for (var meaning : branch.meanings) {
                    meaning.add(chart, from, to + 1);
                }
            }
            reached = further;
        }
    }

    private void readLine(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("no colon in the line: " + line);
        }
        var head = line.substring(0, colon).split(" ", 2);
        var reader = readers.get(head[0]);
        if (reader == null) {
            throw new IllegalArgumentException("no symbol of that name in the line: " + line);
        }
        var meaning = reader.apply(head.length > 1 ? head[1] : "");
        for (var form : Endings.forms(line.substring(colon + 2))) {
            place(Tokens.of(form)).meanings.add(meaning);
        }
    }

    private Branch place(Tokens phrase) {
        var branch = root;
        for (int i = 0; i < phrase.size(); i++) {
            if (phrase.at(i).is(ANYTHING) && phrase.isJoined(i + 1)) {
                branch = branch.extendByEnding(phrase.at(++i).key());
            } else if (phrase.isJoined(i + 1) && phrase.at(i + 1).is(ANYTHING)) {
                branch = branch.extendByStem(phrase.at(i++).key());
            } else {
                branch = branch.extend(phrase.at(i).key());
            }
        }
        return branch;
    }
}
