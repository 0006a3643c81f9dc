package org.otklik.staff;

import static org.jooq.impl.DSL.case_;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.STAFF;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.access.Role;
import org.otklik.i18n.Language;

/** The people who work for the organisation. Each is a contact as well. */
public final class StaffMembers {
    private final DSLContext sql;

    public StaffMembers(DSLContext sql) {
        this.sql = sql;
    }

    /** A member of staff with the name to show, and the language to greet in, where one is known. */
    public record Member(
            long id, long contactId, String name, Role role, boolean active, Optional<Language> language) {}

    /** Makes a contact a member of staff, or gives one that has left the role back. */
    public long add(long contactId, Role role) {
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

    public List<Member> all() {
        return fetch(STAFF.ID.isNotNull());
    }

    public Optional<Member> find(long staffId) {
        return fetch(STAFF.ID.eq(staffId)).stream().findFirst();
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

    public void deactivate(long staffId) {
        sql.update(STAFF).set(STAFF.ACTIVE, false).where(STAFF.ID.eq(staffId)).execute();
    }

    private List<Member> fetch(Condition which) {
        return sql.select(STAFF.ID, STAFF.CONTACT_ID, CONTACT.NAME, STAFF.ROLE, STAFF.ACTIVE, CONTACT.LANGUAGE)
                .from(STAFF)
                .join(CONTACT)
                .on(CONTACT.ID.eq(STAFF.CONTACT_ID))
                .where(which)
                .orderBy(case_(STAFF.ROLE).when("manager", 0).else_(1), STAFF.ID)
                .fetch(row -> new Member(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Role.of(row.value4()),
                        row.value5(),
                        Optional.ofNullable(row.value6()).flatMap(Language::of)));
    }
}
