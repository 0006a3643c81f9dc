package org.otklik.staff;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.STAFF;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.otklik.access.Role;
import org.otklik.contacts.Contacts;
import org.otklik.i18n.Language;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** The people who work for the organisation. Each is a contact as well. */
public final class StaffMembers {
    /** When the digest of overdue tasks comes to those who have not said otherwise. */
    public static final LocalTime USUAL_DIGEST = LocalTime.of(9, 0);

    private final DSLContext sql;

    public StaffMembers(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A member of staff.
     *
     * @param name the name to show
     * @param language the language to greet in, where one is known
     * @param timezone where they are, where that is known
     */
    public record Member(
            long id,
            long contactId,
            String name,
            Role role,
            boolean active,
            Optional<Language> language,
            Optional<String> timezone) {

        /** The zone in which times are told to them; the organisation's where theirs is not known. */
        public ZoneId zone(Organization organization) {
            try {
                return timezone.map(ZoneId::of).orElse(organization.zone());
            } catch (DateTimeException e) {
                return organization.zone();
            }
        }
    }

    /**
     * Makes a contact a member of staff, or gives one that has left the role back. The chats that they had before as anybody else
     * may have them get no rights by it: those come with the code of an invitation, in the chat where it is used.
     */
    public long add(long contactId, Role role) {
        if (!isActive(contactId)) {
            distrustChats(contactId);
        }
        sql.insertInto(CONTACT_ROLE)
                .set(CONTACT_ROLE.CONTACT_ID, contactId)
                .set(CONTACT_ROLE.ROLE, "staff")
                .onConflictDoNothing()
                .execute();
        return sql.insertInto(STAFF)
                .set(STAFF.CONTACT_ID, contactId)
                .set(STAFF.ROLE, role.code())
                .set(STAFF.ACTIVE, true)
                .onConflict(STAFF.CONTACT_ID)
                .doUpdate()
                .set(STAFF.ROLE, role.code())
                .set(STAFF.ACTIVE, true)
                .returningResult(STAFF.ID)
                .fetchSingle(STAFF.ID);
    }

    /** E-mail proves itself anew with each letter. */
    private void distrustChats(long contactId) {
        sql.update(CONVERSATION)
                .set(CONVERSATION.IDENTITY, "linked")
                .where(CONVERSATION.CONTACT_ID.in(DSL.select(CONTACT.ID)
                        .from(CONTACT)
                        .where(coalesce(CONTACT.MERGED_INTO, CONTACT.ID).eq(contactId))))
                .and(CONVERSATION.CHANNEL.ne("email"))
                .and(CONVERSATION.IDENTITY.eq("verified"))
                .execute();
    }

    public List<Member> all() {
        return fetch(STAFF.ID.isNotNull());
    }

    /** Those who work here now, by name. */
    public List<Member> active() {
        return select(STAFF.ACTIVE.isTrue(), CONTACT.NAME.collate("und-x-icu"));
    }

    public Optional<Member> find(long staffId) {
        return fetch(STAFF.ID.eq(staffId)).stream().findFirst();
    }

    /** @throws java.util.NoSuchElementException when there is no such member of staff */
    public Member get(long staffId) {
        return find(staffId).orElseThrow();
    }

    /** Who of those who work here now is called so; empty also where several may be. */
    public Optional<Member> named(String spelling) {
        var contacts = new Contacts(sql)
                .named(spelling).stream().map(ContactRecord::getId).toList();
        var found = fetch(STAFF.ACTIVE.isTrue().and(STAFF.CONTACT_ID.in(contacts)));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The first of them whom a message names. */
    public Optional<Member> named(Understanding understanding) {
        return understanding
                .all(Entity.Person.class)
                .flatMap(person -> named(person, understanding.text()).stream())
                .findFirst();
    }

    /** Whom a person in a text is: by the name in the nominative, or as it was written. */
    public Optional<Member> named(Entity.Person person, String text) {
        return named(person.name().base()).or(() -> named(person.span().in(text)));
    }

    /** Whether a contact works here now. */
    public boolean isActive(long contactId) {
        return sql.fetchExists(STAFF, STAFF.CONTACT_ID.eq(contactId).and(STAFF.ACTIVE.isTrue()));
    }

    /** Who answers for what nobody has taken: a manager, or an admin where there is none. */
    public Optional<Member> manager() {
        return fetch(STAFF.ACTIVE.isTrue().and(STAFF.ROLE.in("manager", "admin"))).stream()
                .findFirst();
    }

    /** Who decides on what only admins may. */
    public List<Member> admins() {
        return fetch(STAFF.ACTIVE.isTrue().and(STAFF.ROLE.eq("admin")));
    }

    /** Who looks after volunteers: a coordinator, or who answers for everything else where there is none. */
    public Optional<Member> coordinator() {
        return fetch(STAFF.ACTIVE.isTrue().and(STAFF.ROLE.eq("volunteer_coordinator"))).stream()
                .findFirst()
                .or(this::manager);
    }

    /** At which hour somebody wants the digest of overdue tasks; empty where they want none. */
    public Optional<LocalTime> digestAt(long staffId) {
        return sql.select(STAFF.DIGEST_AT)
                .from(STAFF)
                .where(STAFF.ID.eq(staffId))
                .fetchOptional(STAFF.DIGEST_AT);
    }

    /** Chooses that hour. */
    public void digestAt(long staffId, Optional<LocalTime> hour) {
        sql.update(STAFF)
                .set(STAFF.DIGEST_AT, hour.orElse(null))
                .where(STAFF.ID.eq(staffId))
                .execute();
    }

    public void deactivate(long staffId) {
        sql.update(STAFF).set(STAFF.ACTIVE, false).where(STAFF.ID.eq(staffId)).execute();
    }

    private List<Member> fetch(Condition which) {
        return select(which, case_(STAFF.ROLE).when("manager", 0).else_(1));
    }

    private List<Member> select(Condition which, Field<?> order) {
        return sql.select(
                        STAFF.ID,
                        STAFF.CONTACT_ID,
                        CONTACT.NAME,
                        STAFF.ROLE,
                        STAFF.ACTIVE,
                        CONTACT.LANGUAGE,
                        CONTACT.TIMEZONE)
                .from(STAFF)
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(which)
                .orderBy(order, STAFF.ID)
                .fetch(row -> new Member(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Role.of(row.value4()),
                        row.value5(),
                        Optional.ofNullable(row.value6()).flatMap(Language::of),
                        Optional.ofNullable(row.value7())));
    }
}
