package org.otklik.contacts;

import static org.otklik.schema.Tables.ACCESS_REQUEST;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.AccessRequestRecord;

/** Who has asked to see a restricted contact, and what was answered. */
public final class AccessRequests {
    private final DSLContext sql;

    public AccessRequests(DSLContext sql) {
        this.sql = sql;
    }

    public long ask(long contactId, long staffId, long taskId, Instant at) {
        return sql.insertInto(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.CONTACT_ID, contactId)
                .set(ACCESS_REQUEST.STAFF_ID, staffId)
                .set(ACCESS_REQUEST.TASK_ID, taskId)
                .set(ACCESS_REQUEST.STATUS, "asked")
                .set(ACCESS_REQUEST.ASKED_AT, at)
                .returningResult(ACCESS_REQUEST.ID)
                .fetchSingle(ACCESS_REQUEST.ID);
    }

    /** Opens a card to somebody who has not asked for it. */
    public void give(long contactId, long staffId, long decidedBy, Instant at, Instant until) {
        sql.insertInto(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.CONTACT_ID, contactId)
                .set(ACCESS_REQUEST.STAFF_ID, staffId)
                .set(ACCESS_REQUEST.STATUS, "granted")
                .set(ACCESS_REQUEST.ASKED_AT, at)
                .set(ACCESS_REQUEST.DECIDED_BY, decidedBy)
                .set(ACCESS_REQUEST.ENDS_AT, until)
                .execute();
    }

    public Optional<AccessRequestRecord> find(long id) {
        return sql.selectFrom(ACCESS_REQUEST).where(ACCESS_REQUEST.ID.eq(id)).fetchOptional();
    }

    /** The request of somebody that nobody has answered yet. */
    public Optional<AccessRequestRecord> waiting(long contactId, long staffId) {
        return sql.selectFrom(ACCESS_REQUEST)
                .where(ACCESS_REQUEST.CONTACT_ID.eq(contactId))
                .and(ACCESS_REQUEST.STAFF_ID.eq(staffId))
                .and(ACCESS_REQUEST.STATUS.eq("asked"))
                .orderBy(ACCESS_REQUEST.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    public void grant(long id, long decidedBy, Instant until) {
        sql.update(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.STATUS, "granted")
                .set(ACCESS_REQUEST.DECIDED_BY, decidedBy)
                .set(ACCESS_REQUEST.ENDS_AT, until)
                .where(ACCESS_REQUEST.ID.eq(id))
                .execute();
    }

    public void refuse(long id, long decidedBy) {
        sql.update(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.STATUS, "refused")
                .set(ACCESS_REQUEST.DECIDED_BY, decidedBy)
                .where(ACCESS_REQUEST.ID.eq(id))
                .execute();
    }

    boolean isGranted(long contactId, long staffId, Instant at) {
        return sql.fetchExists(
                ACCESS_REQUEST,
                ACCESS_REQUEST
                        .CONTACT_ID
                        .eq(contactId)
                        .and(ACCESS_REQUEST.STAFF_ID.eq(staffId))
                        .and(ACCESS_REQUEST.STATUS.eq("granted"))
                        .and(ACCESS_REQUEST.ENDS_AT.gt(at)));
    }
}
