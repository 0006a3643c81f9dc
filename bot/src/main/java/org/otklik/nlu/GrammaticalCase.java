package org.otklik.nlu;

import java.util.Locale;

/** The cases of Russian, in the order of grammars. */
public enum GrammaticalCase {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    PREPOSITIONAL;

    static GrammaticalCase named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
