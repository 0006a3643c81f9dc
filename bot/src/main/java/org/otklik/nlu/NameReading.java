package org.otklik.nlu;

import java.util.Set;
import org.otklik.nlu.PersonName.Kind;

/**
 * One way to read a word as a part of a name.
 *
 * @param base its nominative
 * @param rank how much else it could be; 0 is a name and nothing else
 */
record NameReading(Kind kind, String base, Set<Gender> genders, Set<GrammaticalCase> cases, int rank) {
    NameReading {
        genders = Set.copyOf(genders);
        cases = Set.copyOf(cases);
    }
}
