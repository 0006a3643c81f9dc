package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
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
    private static final Pattern NUMBERED =
            Pattern.compile("(\\p{L}{3,}(?: \\p{L}{3,})?)\\s+((?:(?:\u2116|#|[Nn]o\\.?)\\s?)?\\d{1,4})(?!\\d)");

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
                .or(() -> known(sql, understanding, person.get().span()).map(name -> new Employer(name, false, isLed)));
    }

    private static boolean follows(String text, Span named, String name) {
        var before = text.substring(0, named.start());
        return WORDS.find(before).stream()
                .anyMatch(found -> found.name().equals(name)
                        && before.substring(found.span().end()).isBlank());
    }

    /** A stored organisation whose name only we know to be one. */
    private static Optional<String> known(DSLContext sql, Understanding understanding, Span person) {
        var text = understanding.text();
        var words = Stream.of(text.substring(0, person.start()), text.substring(person.end()))
                .flatMap(part -> Stream.of(part.split("[^\\p{L}\\p{N}\u2019'-]+")))
                .filter(word -> word.length() > 2 && Character.isUpperCase(word.charAt(0)))
                .toList();
        return Stream.concat(words.stream(), numbered(text.substring(person.end())))
                .flatMap(word -> organizations(sql, word).stream())
                .findFirst()
                .map(ContactRecord::getName);
    }

    /** "From school no. 18": what has a number for its name is written small. */
    private static Stream<String> numbered(String text) {
        return NUMBERED.matcher(text).results().map(found -> found.group(1) + " " + found.group(2));
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
        return new Contacts(sql)
                .named(name).stream()
                        .filter(contact -> contact.getKind().equals("organization"))
                        .toList();
    }
}
