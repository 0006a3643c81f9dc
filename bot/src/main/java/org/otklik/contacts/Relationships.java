package org.otklik.contacts;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.RELATIONSHIP;

import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Who works where, and who belongs to whom. */
public final class Relationships {
    private final DSLContext sql;

    public Relationships(DSLContext sql) {
        this.sql = sql;
    }

    /** What somebody is to another one. */
    public enum Kind {
        EMPLOYEE_OF,
        DIRECTOR_OF,
        SPOUSE,
        PARENT,
        HOUSEHOLD,
        REFERRED_BY;

        /** The name that the database uses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Somebody at the other end of a relationship. */
    public record Other(Kind kind, long contactId, String name) {}

    /** One relationship. */
    public record Tie(long from, Kind kind, long to) {}

    public void add(long from, Kind kind, long to) {
        sql.insertInto(RELATIONSHIP)
                .set(RELATIONSHIP.FROM_ID, from)
                .set(RELATIONSHIP.KIND, kind.code())
                .set(RELATIONSHIP.TO_ID, to)
                .onConflictDoNothing()
                .execute();
    }

    public void remove(Tie tie) {
        sql.deleteFrom(RELATIONSHIP)
                .where(RELATIONSHIP.FROM_ID.eq(tie.from()))
                .and(RELATIONSHIP.KIND.eq(tie.kind().code()))
                .and(RELATIONSHIP.TO_ID.eq(tie.to()))
                .execute();
    }

    /** Whose employee, director, spouse or parent somebody is. */
    public List<Other> from(long contactId) {
        return others(RELATIONSHIP.FROM_ID, RELATIONSHIP.TO_ID, contactId);
    }

    /** Who is an employee, a director, the spouse or a parent of somebody. */
    public List<Other> to(long contactId) {
        return others(RELATIONSHIP.TO_ID, RELATIONSHIP.FROM_ID, contactId);
    }

    private List<Other> others(Field<Long> end, Field<Long> other, long contactId) {
        return sql.select(RELATIONSHIP.KIND, CONTACT.ID, CONTACT.NAME)
                .from(RELATIONSHIP)
                .join(CONTACT)
                .on(CONTACT.ID.eq(other))
                .where(end.eq(contactId))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .orderBy(RELATIONSHIP.KIND, CONTACT.NAME.collate("und-x-icu"))
                .fetch(row -> new Other(Kind.of(row.value1()), row.value2(), row.value3()));
    }
}
