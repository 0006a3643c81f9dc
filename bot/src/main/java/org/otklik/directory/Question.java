package org.otklik.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is asked about a contact.
 *
 * @param facts in the order asked; none: the whole card
 * @param from the first day that it is asked about
 * @param to the last
 */
record Question(List<Fact> facts, Optional<LocalDate> from, Optional<LocalDate> to) {
    Question {
        facts = List.copyOf(facts);
    }
}
