package org.otklik.contacts;

import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.ContactPointRecord;
import org.otklik.schema.tables.records.ContactRecord;

/** The addresses and numbers of contacts, and whose they are. */
public final class ContactPoints {
    private final DSLContext sql;

    public ContactPoints(DSLContext sql) {
        this.sql = sql;
    }

    /** Who has an address or a number, what is out of use left aside. */
    public List<ContactRecord> holders(ContactPoint point) {
        return sql.selectFrom(CONTACT)
                .where(CONTACT.ID.in(sql.select(CONTACT_POINT.CONTACT_ID)
                        .from(CONTACT_POINT)
                        .where(CONTACT_POINT.KIND.eq(point.kind().code()))
                        .and(CONTACT_POINT.VALUE.eq(point.value()))
                        .and(CONTACT_POINT.STATUS.ne("old"))))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetch();
    }

    /** Who alone has an address; nobody where two share it. */
    public Optional<Long> owner(ContactPoint point) {
        var holders = holders(point);
        return holders.size() == 1 ? Optional.of(holders.getFirst().getId()) : Optional.empty();
    }

    /** The values of a kind that are in use, the preferred one first. */
    public List<String> values(long contactId, PointKind kind) {
        return sql.select(CONTACT_POINT.VALUE)
                .from(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq(kind.code()))
                .and(CONTACT_POINT.STATUS.ne("old"))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .fetch(CONTACT_POINT.VALUE);
    }

    /** Those in use, the preferred ones first. */
    public List<ContactPointRecord> of(long contactId) {
        return sql.selectFrom(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.STATUS.ne("old"))
                .orderBy(CONTACT_POINT.PREFERRED.desc(), CONTACT_POINT.ID)
                .fetch();
    }

    /** Adds one that somebody has told: claimed, until it is proven. One that was out of use is in use again. */
    public void add(long contactId, ContactPoint point) {
        sql.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.CONTACT_ID, contactId)
                .set(CONTACT_POINT.KIND, point.kind().code())
                .set(CONTACT_POINT.VALUE, point.value())
                .set(CONTACT_POINT.STATUS, "claimed")
                .onConflict(CONTACT_POINT.CONTACT_ID, CONTACT_POINT.KIND, CONTACT_POINT.VALUE)
                .doUpdate()
                .set(CONTACT_POINT.STATUS, "claimed")
                .where(CONTACT_POINT.STATUS.eq("old"))
                .execute();
    }

    /** Adds an address that its owner has proven, or marks it as proven. */
    public void verify(long contactId, ContactPoint point) {
        sql.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.CONTACT_ID, contactId)
                .set(CONTACT_POINT.KIND, point.kind().code())
                .set(CONTACT_POINT.VALUE, point.value())
                .set(CONTACT_POINT.STATUS, "verified")
                .onConflict(CONTACT_POINT.CONTACT_ID, CONTACT_POINT.KIND, CONTACT_POINT.VALUE)
                .doUpdate()
                .set(CONTACT_POINT.STATUS, "verified")
                .where(CONTACT_POINT.STATUS.ne("verified"))
                .execute();
    }

    /** An address is no longer the contact's; it is kept, so that old records can be understood. */
    public void retire(long pointId) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.STATUS, "old")
                .where(CONTACT_POINT.ID.eq(pointId))
                .execute();
    }

    /** It is no longer the contact's. */
    public void giveUp(long contactId, ContactPoint point) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.STATUS, "old")
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq(point.kind().code()))
                .and(CONTACT_POINT.VALUE.eq(point.value()))
                .execute();
    }

    /** Makes it the only one of its kind in use. */
    public void replace(long contactId, ContactPoint point) {
        sql.update(CONTACT_POINT)
                .set(CONTACT_POINT.STATUS, "old")
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq(point.kind().code()))
                .and(CONTACT_POINT.VALUE.ne(point.value()))
                .and(CONTACT_POINT.STATUS.ne("old"))
                .execute();
        add(contactId, point);
    }

    /** Puts right what was just added. */
    public void remove(long contactId, ContactPoint point) {
        sql.deleteFrom(CONTACT_POINT)
                .where(CONTACT_POINT.CONTACT_ID.eq(contactId))
                .and(CONTACT_POINT.KIND.eq(point.kind().code()))
                .and(CONTACT_POINT.VALUE.eq(point.value()))
                .execute();
    }
}
