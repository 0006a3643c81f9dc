package org.otklik.directory;

import java.util.Optional;
import org.otklik.contacts.PersonName;

/** Who is added: a person, or else an organisation. */
record Who(Optional<PersonName> person, Optional<String> organization) {
    static Who of(PersonName person) {
        return new Who(Optional.of(person), Optional.empty());
    }

    static Who of(String organization) {
        return new Who(Optional.empty(), Optional.of(organization));
    }

    String name() {
        return person.map(PersonName::full).or(() -> organization).orElseThrow();
    }
}
