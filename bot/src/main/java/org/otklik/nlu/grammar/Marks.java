package org.otklik.nlu.grammar;

import java.util.Map;

/** Punctuation as symbols, so that rules can name it. */
public final class Marks {
    public static final Symbol<String> COMMA = new Symbol<>("comma");
    public static final Symbol<String> DASH = new Symbol<>("dash");
    public static final Symbol<String> SLASH = new Symbol<>("slash");
    public static final Symbol<String> OPEN = new Symbol<>("open");
    public static final Symbol<String> CLOSE = new Symbol<>("close");
    public static final Symbol<String> AT_SIGN = new Symbol<>("at-sign");
    public static final Symbol<String> TIMES = new Symbol<>("times");

    private static final Map<String, Symbol<String>> MARKS = Map.ofEntries(
            Map.entry(",", COMMA),
            Map.entry("-", DASH),
            Map.entry("\u2010", DASH),
            Map.entry("\u2011", DASH),
            Map.entry("\u2012", DASH),
            Map.entry("\u2013", DASH),
            Map.entry("\u2014", DASH),
            Map.entry("\u2212", DASH),
            Map.entry("/", SLASH),
            Map.entry("(", OPEN),
            Map.entry(")", CLOSE),
            Map.entry("@", AT_SIGN),
            Map.entry("\u00d7", TIMES),
            Map.entry("*", TIMES));

    private Marks() {}

    public static void mark(Chart chart) {
        for (int i = 0; i < chart.tokens().size(); i++) {
            var symbol = MARKS.get(chart.tokens().at(i).key());
            if (symbol != null) {
                chart.add(symbol, chart.tokens().at(i).text(), i, i + 1);
            }
        }
    }

    public static boolean isDash(Token token) {
        return MARKS.get(token.key()) == DASH;
    }
}
