package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.contacts.Relationships.Kind;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Where somebody works.
 *
 * @param name of the organisation, as it was said or as it is stored
 * @param isNew whether it was said to be added as well
 * @param isLed whether the person leads it
 */
record Employer(String name, boolean isNew, boolean isLed) {
    private static final WordPatterns WORDS = new WordPatterns("contact-words");

    Kind kind() {
        return isLed ? Kind.DIRECTOR_OF : Kind.EMPLOYEE_OF;
    }

    /** The organisation that a message names beside a person. */
    static Optional<Employer> in(DSLContext sql, Understanding understanding, String words) {
        var person = understanding.all(Entity.Person.class).findFirst();
        if (person.isEmpty()) {
            return Optional.empty();
        }
        boolean isLed = WORDS.has(words, "director");
        return understanding
                .all(Entity.Organization.class)
                .findFirst()
                .map(named -> new Employer(
                        named.base(),
                        named.span().start() < person.get().span().start()
                                && !follows(understanding.text(), named.span(), "of"),
                        isLed))
                .or(() -> known(sql, understanding, person.get().span()).map(name -> new Employer(name, false, isLed)))
                .or(() -> NamedOrganization.in(understanding)
                        .filter(named ->
                                named.span().end() <= person.get().span().start())
                        .map(named -> new Employer(named.name(), true, isLed)));
    }

    private static boolean follows(String text, Span named, String name) {
        var before = text.substring(0, named.start());
        return WORDS.find(before).stream()
                .anyMatch(found -> found.name().equals(name)
                        && before.substring(found.span().end()).isBlank());
    }

    /** A stored organisation whose name only we know to be one, before the person or behind. */
    private static Optional<String> known(DSLContext sql, Understanding understanding, Span person) {
        var text = understanding.text();
        return Stream.of(text.substring(person.end()), text.substring(0, person.start()))
                .flatMap(part -> Mentions.in(new Contacts(sql), part).organization().stream())
                .findFirst()
                .map(ContactRecord::getName);
    }

    /** The stored organisation, when there is exactly one of that name. */
    Optional<ContactRecord> stored(DSLContext sql) {
        var found = organizations(sql, name);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Under its stored name, where it has one: it may have been named in another case. */
    Employer asStored(DSLContext sql) {
        return stored(sql)
                .map(known -> new Employer(known.getName(), isNew, isLed))
                .orElse(this);
    }

    private static List<ContactRecord> organizations(DSLContext sql, String name) {
        return Stream.of(name, "\u00ab" + name + "\u00bb")
                .map(spelling -> new Contacts(sql)
                        .named(spelling).stream()
                                .filter(contact -> contact.getKind().equals("organization"))
                                .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
