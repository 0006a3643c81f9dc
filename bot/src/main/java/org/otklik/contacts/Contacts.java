package org.otklik.contacts;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONTACT_ROLE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.nlu.NameForms;
import org.otklik.schema.tables.records.ContactPointRecord;
import org.otklik.schema.tables.records.ContactRecord;

/** People and organisations. */
public final class Contacts {
    private static final NameForms FORMS = new NameForms();
    /** How alike a spelling must be to be offered; nobody is ever chosen for being alike. */
    private static final double ALIKE = 0.45;

    private final DSLContext sql;

    public Contacts(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A person to be added.
     *
     * @param source where the person came from, for instance the channel
     */
    public record NewPerson(PersonName name, Language language, String source) {}

    public long add(NewPerson person, Instant at) {
        var name = person.name();
        var contact = sql.insertInto(CONTACT)
                .set(CONTACT.KIND, "person")
                .set(CONTACT.NAME, name.full())
                .set(CONTACT.GIVEN_NAME, name.given().orElse(null))
                .set(CONTACT.PATRONYMIC, name.patronymic().orElse(null))
                .set(CONTACT.FAMILY_NAME, name.family().orElse(null))
                .set(CONTACT.LANGUAGE, person.language().code())
                .set(CONTACT.SOURCE, person.source())
                .set(CONTACT.CREATED_AT, at)
                .returning()
                .fetchSingle();
        index(contact);
        return contact.getId();
    }

    public void addRole(long contactId, String role) {
        sql.insertInto(CONTACT_ROLE)
                .set(CONTACT_ROLE.CONTACT_ID, contactId)
                .set(CONTACT_ROLE.ROLE, role)
                .onConflictDoNothing()
                .execute();
    }

    /** Adds an address that somebody has typed: claimed, until it is proven. */
    public void claim(long contactId, ContactPoint point) {
        sql.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.CONTACT_ID, contactId)
                .set(CONTACT_POINT.KIND, point.kind().code())
                .set(CONTACT_POINT.VALUE, point.value())
                .set(CONTACT_POINT.STATUS, "claimed")
                .onConflictDoNothing()
                .execute();
    }

    public Optional<ContactRecord> find(long id) {
        return sql.selectFrom(CONTACT).where(CONTACT.ID.eq(id)).fetchOptional();
    }

    public List<ContactPointRecord> points(long contactId) {
        return sql.selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.STATUS.ne("old"))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .fetch();
    }

    /** The contacts that a spelling names: in any case, with ё or е, a short name for the full one, in Latin letters. */
    public List<ContactRecord> named(String spelling) {
        return sql.selectFrom(CONTACT)
                .where(CONTACT.ID.in(sql.select(CONTACT_NAME_FORM.CONTACT_ID)
                        .from(CONTACT_NAME_FORM)
                        .where(CONTACT_NAME_FORM.FORM.eq(FORMS.fold(spelling)))))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetch();
    }

    /** The contacts whose names look like a spelling, best first. */
    public List<ContactRecord> alike(String spelling, int limit) {
        var folded = FORMS.fold(spelling);
        var likeness = max(field("similarity({0}, {1})", Double.class, CONTACT_NAME_FORM.FORM, val(folded)));
        return sql.select(CONTACT.fields())
                .from(CONTACT)
                .join(CONTACT_NAME_FORM)
                .on(CONTACT_NAME_FORM.CONTACT_ID.eq(CONTACT.ID))
                .where("{0} % {1}", CONTACT_NAME_FORM.FORM, val(folded))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .groupBy(CONTACT.ID)
                .having(likeness.ge(ALIKE))
                .orderBy(likeness.desc(), CONTACT.ID)
                .limit(limit)
                .fetchInto(CONTACT);
    }

    /** Writes the spellings of all contacts anew, after rows came in by another way. */
    public void indexNames() {
        sql.deleteFrom(CONTACT_NAME_FORM).execute();
        sql.selectFrom(CONTACT).forEach(this::index);
    }

    private void index(ContactRecord contact) {
        var forms = contact.getKind().equals("person")
                ? FORMS.ofPerson(new PersonName(
                                Optional.ofNullable(contact.getGivenName()),
                                Optional.ofNullable(contact.getPatronymic()),
                                Optional.ofNullable(contact.getFamilyName()))
                        .said())
                : FORMS.ofOrganization(contact.getName());
        forms.forEach(form -> sql.insertInto(CONTACT_NAME_FORM)
                .set(CONTACT_NAME_FORM.CONTACT_ID, contact.getId())
                .set(CONTACT_NAME_FORM.FORM, form)
                .onConflictDoNothing()
                .execute());
    }
}
