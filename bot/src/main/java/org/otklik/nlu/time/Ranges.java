package org.otklik.nlu.time;

import org.otklik.nlu.grammar.Symbol;

/** The small words between the two ends of a range, of dates or of anything else. */
public final class Ranges {
    public static final Symbol<String> FROM = new Symbol<>("from");
    public static final Symbol<String> TO = new Symbol<>("to");
    public static final Symbol<String> BETWEEN = new Symbol<>("between");
    public static final Symbol<String> AND = new Symbol<>("and-also");

    private Ranges() {}
}
