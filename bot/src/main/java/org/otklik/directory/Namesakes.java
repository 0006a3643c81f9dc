package org.otklik.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.schema.tables.records.ContactRecord;

/** Stored contacts who may be the one that is about to be added. */
final class Namesakes {
    /** A slip of the pen in a whole name; two people of one family name are less alike. */
    private static final double SLIP = 0.7;

    private static final int MOST = 4;

    private final DSLContext sql;

    Namesakes(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of the same name first, then those whose name differs by a slip. Two patronymics tell two people apart. */
    List<ContactRecord> of(Who who) {
        var contacts = new Contacts(sql);
        Map<Long, ContactRecord> found = new LinkedHashMap<>();
        var name = who.person().map(Namesakes::withoutPatronymic).orElse(who.name());
        contacts.lastDealtWithFirst(contacts.named(name)).forEach(contact -> found.put(contact.getId(), contact));
        if (isWhole(who)) {
            contacts.alike(name, SLIP, MOST).forEach(contact -> found.putIfAbsent(contact.getId(), contact));
        }
        return found.values().stream()
                .filter(contact -> isPossible(who, contact))
                .limit(MOST)
                .toList();
    }

    private static boolean isWhole(Who who) {
        return who.person()
                .map(person -> person.given().isPresent() && person.family().isPresent())
                .orElse(true);
    }

    private static String withoutPatronymic(PersonName name) {
        return new PersonName(name.given(), Optional.empty(), name.family()).full();
    }

    private static boolean isPossible(Who who, ContactRecord contact) {
        boolean isPerson = contact.getKind().equals("person");
        var stored = Optional.ofNullable(contact.getPatronymic());
        var said = who.person().flatMap(PersonName::patronymic);
        boolean isAnother =
                stored.isPresent() && said.isPresent() && !stored.get().equalsIgnoreCase(said.get());
        return isPerson == who.person().isPresent() && !isAnother;
    }
}
