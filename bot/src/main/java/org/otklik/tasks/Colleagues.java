package org.otklik.tasks;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.STAFF;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.contacts.Contacts;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Those who can be given something to do. */
final class Colleagues {
    private final DSLContext sql;

    Colleagues(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A member of staff.
     *
     * @param zone where they are, where that is known
     */
    record Colleague(long id, long contactId, String name, Optional<String> zone) {
        ZoneId zone(Organization organization) {
            try {
                return zone.map(ZoneId::of).orElse(organization.zone());
            } catch (DateTimeException e) {
                return organization.zone();
            }
        }
    }

    /** @throws java.util.NoSuchElementException when there is no such member of staff */
    Colleague get(long id) {
        return fetch(STAFF.ID.eq(id)).getFirst();
    }

    List<Colleague> all() {
        return fetch(STAFF.ACTIVE.isTrue());
    }

    /** Whom of them a name names; empty also where it names several. */
    Optional<Colleague> named(String spelling) {
        var contacts = new Contacts(sql)
                .named(spelling).stream().map(ContactRecord::getId).collect(Collectors.toSet());
        var found = fetch(STAFF.ACTIVE.isTrue().and(STAFF.CONTACT_ID.in(contacts)));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Colleague> fetch(Condition which) {
        return sql.select(STAFF.ID, STAFF.CONTACT_ID, CONTACT.NAME, CONTACT.TIMEZONE)
                .from(STAFF)
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(which)
                .orderBy(CONTACT.NAME.collate("und-x-icu"), STAFF.ID)
                .fetch(row ->
                        new Colleague(row.value1(), row.value2(), row.value3(), Optional.ofNullable(row.value4())));
    }
}
