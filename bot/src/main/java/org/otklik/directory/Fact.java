package org.otklik.directory;

import java.util.List;
import java.util.Locale;
import org.otklik.nlu.WordPatterns;

/** A single fact about a contact that somebody may ask for. */
enum Fact {
    PHONE,
    EMAIL,
    ADDRESS,
    CONTACTS,
    OWNER,
    WORKS,
    POSITION,
    EMPLOYEES,
    DIRECTOR,
    FAMILY,
    TAGS,
    ROLES,
    LANGUAGE,
    LAST_DEALING,
    TASKS,
    CASES,
    GIVEN,
    LAST_GIFT;

    private static final WordPatterns WORDS = new WordPatterns("facts");

    /** The facts that a text asks for, in the order asked. */
    static List<Fact> in(String text) {
        return WORDS.find(text).stream()
                .map(found -> valueOf(found.name().toUpperCase(Locale.ROOT).replace('-', '_')))
                .distinct()
                .toList();
    }
}
