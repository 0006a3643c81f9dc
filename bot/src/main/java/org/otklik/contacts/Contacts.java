package org.otklik.contacts;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACTS_LIKE;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.INTERACTION;
import static org.otklik.schema.Tables.RELATIONSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.nlu.NameForms;
import org.otklik.schema.tables.records.ContactRecord;

/** People and organisations. */
public final class Contacts {
    private static final NameForms FORMS = new NameForms();
    /** How alike a spelling must be to be offered; nobody is ever chosen for being alike. */
    private static final double ALIKE = 0.45;
    /** So many whole names that look like a spelling are compared in all their forms. */
    private static final int NEAR = 50;

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

    /** Adds an organisation under its name. */
    public long addOrganization(String name, Language language, String source, Instant at) {
        var contact = sql.insertInto(CONTACT)
                .set(CONTACT.KIND, "organization")
                .set(CONTACT.NAME, name)
                .set(CONTACT.LANGUAGE, language.code())
                .set(CONTACT.SOURCE, source)
                .set(CONTACT.CREATED_AT, at)
                .returning()
                .fetchSingle();
        index(contact);
        return contact.getId();
    }

    /** Gives a person another name. The former one finds them still. */
    public void rename(long contactId, PersonName name) {
        var contact = sql.update(CONTACT)
                .set(CONTACT.NAME, name.full())
                .set(CONTACT.GIVEN_NAME, name.given().orElse(null))
                .set(CONTACT.PATRONYMIC, name.patronymic().orElse(null))
                .set(CONTACT.FAMILY_NAME, name.family().orElse(null))
                .where(CONTACT.ID.eq(contactId))
                .returning()
                .fetchSingle();
        index(contact);
    }

    /** Gives an organisation another name. The former one finds it still. */
    public void rename(long contactId, String name) {
        var contact = sql.update(CONTACT)
                .set(CONTACT.NAME, name)
                .where(CONTACT.ID.eq(contactId))
                .returning()
                .fetchSingle();
        index(contact);
    }

    /** Says who looks after a contact. */
    public void entrust(long contactId, long staffId) {
        sql.update(CONTACT)
                .set(CONTACT.OWNER_ID, staffId)
                .where(CONTACT.ID.eq(contactId))
                .execute();
    }

    public void restrict(long contactId, boolean restricted) {
        sql.update(CONTACT)
                .set(CONTACT.RESTRICTED, restricted)
                .where(CONTACT.ID.eq(contactId))
                .execute();
    }

    public void addRole(long contactId, String role) {
        sql.insertInto(CONTACT_ROLE)
                .set(CONTACT_ROLE.CONTACT_ID, contactId)
                .set(CONTACT_ROLE.ROLE, role)
                .onConflictDoNothing()
                .execute();
    }

    /** No mailing goes to a contact before a day. */
    public void leaveInPeace(long contactId, LocalDate until) {
        sql.update(CONTACT)
                .set(CONTACT.PAUSED_UNTIL, until)
                .where(CONTACT.ID.eq(contactId))
                .execute();
    }

    /** The language in which a contact wants to be written to. */
    public void speaks(long contactId, Language language) {
        sql.update(CONTACT)
                .set(CONTACT.LANGUAGE, language.code())
                .where(CONTACT.ID.eq(contactId))
                .and(CONTACT.LANGUAGE.isDistinctFrom(language.code()))
                .execute();
    }

    /** Takes a role away; what was done in it stays. */
    public void removeRole(long contactId, String role) {
        sql.deleteFrom(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.eq(contactId))
                .and(CONTACT_ROLE.ROLE.eq(role))
                .execute();
    }

    public List<String> roles(long contactId) {
        return sql.select(CONTACT_ROLE.ROLE)
                .from(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.eq(contactId))
                .orderBy(CONTACT_ROLE.ID)
                .fetch(CONTACT_ROLE.ROLE);
    }

    public Optional<ContactRecord> find(long id) {
        return sql.selectFrom(CONTACT).where(CONTACT.ID.eq(id)).fetchOptional();
    }

    /** @throws java.util.NoSuchElementException when there is no such contact */
    public String name(long id) {
        return find(id).orElseThrow().getName();
    }

    /**
     * The contacts that a spelling names: in any case, with ё or е, a short name for the full one, in Latin letters, in quotation
     * marks without the noun before them, and also the name of a record that was merged into theirs.
     */
    public List<ContactRecord> named(String spelling) {
        var exact = ofForm(List.of(FORMS.fold(spelling)));
        var found = exact.isEmpty()
                ? FORMS.quotedKey(spelling).map(key -> ofForm(List.of(key))).orElse(exact)
                : exact;
        var transcriptions = found.isEmpty() ? FORMS.transcriptions(spelling) : Set.<String>of();
        return transcriptions.isEmpty() ? found : ofForm(transcriptions);
    }

    /** @param forms keys of {@link NameForms}: folded twice they would be other ones */
    private List<ContactRecord> ofForm(Collection<String> forms) {
        var called = CONTACT.as("called");
        return sql.selectFrom(CONTACT)
                .where(CONTACT.ID.in(sql.select(coalesce(called.MERGED_INTO, called.ID))
                        .from(CONTACT_NAME_FORM)
                        .join(called)
                        .on(called.ID.eq(CONTACT_NAME_FORM.CONTACT_ID))
                        .where(CONTACT_NAME_FORM.FORM.in(forms))))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetch();
    }

    /** Whom the first of several spellings names that names anybody. */
    List<ContactRecord> namedBy(Collection<String> spellings) {
        var folded = spellings.stream().map(FORMS::fold).toList();
        var known = sql.selectDistinct(CONTACT_NAME_FORM.FORM)
                .from(CONTACT_NAME_FORM)
                .where(CONTACT_NAME_FORM.FORM.in(folded))
                .fetchSet(CONTACT_NAME_FORM.FORM);
        return folded.stream()
                .filter(known::contains)
                .findFirst()
                .map(form -> ofForm(List.of(form)))
                .orElse(List.of());
    }

    /** In the order in which choices are offered: whom the organisation dealt with last, then by name. */
    public List<ContactRecord> lastDealtWithFirst(List<ContactRecord> contacts) {
        var ids = contacts.stream().map(ContactRecord::getId).toList();
        var dealt = sql.select(GIFT.CONTACT_ID, max(coalesce(GIFT.RECEIVED_ON, GIFT.EXPECTED_ON)))
                .from(GIFT)
                .where(GIFT.CONTACT_ID.in(ids))
                .groupBy(GIFT.CONTACT_ID)
                .unionAll(sql.select(INTERACTION.CONTACT_ID, max(INTERACTION.HAPPENED_ON))
                        .from(INTERACTION)
                        .where(INTERACTION.CONTACT_ID.in(ids))
                        .groupBy(INTERACTION.CONTACT_ID))
                .fetch();
        var last = new HashMap<Long, LocalDate>();
        dealt.forEach(row -> {
            if (row.value2() != null) {
                last.merge(row.value1(), row.value2(), (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return contacts.stream()
                .sorted(Comparator.comparing(
                        (ContactRecord contact) -> last.getOrDefault(contact.getId(), LocalDate.MIN),
                        Comparator.reverseOrder()))
                .toList();
    }

    /** A contact among others of the same name: with where they work. */
    public Text choice(ContactRecord contact) {
        var works = sql.select(CONTACT.NAME)
                .from(RELATIONSHIP)
                .join(CONTACT)
                .on(CONTACT.ID.eq(RELATIONSHIP.TO_ID))
                .where(RELATIONSHIP.FROM_ID.eq(contact.getId()))
                .and(RELATIONSHIP.KIND.in("employee_of", "director_of"))
                .orderBy(RELATIONSHIP.ID)
                .limit(1)
                .fetchOptional(CONTACT.NAME);
        return works.map(organization -> Text.of(ContactsText.CHOICE_OF).with("organization", organization))
                .or(() -> roles(contact.getId()).stream()
                        .findFirst()
                        .map(role -> Text.of(ContactsText.CHOICE_IN_ROLE).with("role", role)))
                .orElse(Text.of(ContactsText.CHOICE))
                .with("name", contact.getName());
    }

    /** The contacts whose names look like a spelling, best first. */
    public List<ContactRecord> alike(String spelling, int limit) {
        return alike(spelling, ALIKE, limit);
    }

    /** @param least how alike a name must be, from 0 to 1 */
    public List<ContactRecord> alike(String spelling, double least, int limit) {
        var folded = FORMS.fold(spelling);
        var near = CONTACTS_LIKE.call(folded, NEAR).as("near");
        var likeness = max(field("similarity({0}, {1})", Double.class, CONTACT_NAME_FORM.FORM, val(folded)));
        return sql.select(CONTACT.fields())
                .from(near)
                .join(CONTACT)
                .on(CONTACT.ID.eq(near.ID))
                .join(CONTACT_NAME_FORM)
                .on(CONTACT_NAME_FORM.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .groupBy(CONTACT.ID)
                .having(likeness.ge(least))
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
        boolean isPerson = contact.getKind().equals("person");
        var name = new PersonName(
                Optional.ofNullable(contact.getGivenName()),
                Optional.ofNullable(contact.getPatronymic()),
                Optional.ofNullable(contact.getFamilyName()));
        var forms = isPerson && !name.full().isEmpty()
                ? FORMS.ofPerson(name.said())
                : FORMS.ofOrganization(contact.getName());
        var whole = isPerson && name.given().isPresent() && name.family().isPresent()
                ? FORMS.fold(name.family().get() + " " + name.given().get())
                : FORMS.fold(contact.getName());
        var rows = new LinkedHashSet<>(forms);
        rows.add(whole);
        var written = field(DSL.name("name", "form"), String.class);
        // In one statement: a name has dozens of forms.
        sql.insertInto(CONTACT_NAME_FORM)
                .columns(CONTACT_NAME_FORM.CONTACT_ID, CONTACT_NAME_FORM.FORM, CONTACT_NAME_FORM.IS_WHOLE)
                .select(select(val(contact.getId()), written, written.eq(whole))
                        .from(unnest(rows.toArray(String[]::new)).as("name", "form")))
                .onConflictDoNothing()
                .execute();
    }
}
