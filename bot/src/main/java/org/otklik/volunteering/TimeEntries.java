package org.otklik.volunteering;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.DEAL;
import static org.otklik.schema.Tables.STAFF;
import static org.otklik.schema.Tables.TIME_ENTRY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.otklik.schema.tables.records.TimeEntryRecord;

/** Hours that volunteers have worked, or are going to. */
final class TimeEntries {
    private static final String CONTRACT = "volunteer_contract";

    private final DSLContext sql;

    TimeEntries(DSLContext sql) {
        this.sql = sql;
    }

    /** How far hours have come. */
    enum Status {
        PLANNED,
        SUBMITTED,
        APPROVED,
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Hours of one day.
     *
     * @param activity what was done; empty where it was not said
     */
    record Work(LocalDate workedOn, BigDecimal hours, Optional<String> activity) {}

    long add(long contactId, Work work, Status status) {
        return sql.insertInto(TIME_ENTRY)
                .set(TIME_ENTRY.CONTACT_ID, contactId)
                .set(TIME_ENTRY.WORKED_ON, work.workedOn())
                .set(TIME_ENTRY.HOURS, work.hours())
                .set(TIME_ENTRY.ACTIVITY, work.activity().orElse(null))
                .set(TIME_ENTRY.STATUS, status.code())
                .returningResult(TIME_ENTRY.ID)
                .fetchSingle(TIME_ENTRY.ID);
    }

    void change(long entryId, long contactId, Work work, Status status) {
        sql.update(TIME_ENTRY)
                .set(TIME_ENTRY.CONTACT_ID, contactId)
                .set(TIME_ENTRY.WORKED_ON, work.workedOn())
                .set(TIME_ENTRY.HOURS, work.hours())
                .set(TIME_ENTRY.ACTIVITY, work.activity().orElse(null))
                .set(TIME_ENTRY.STATUS, status.code())
                .where(TIME_ENTRY.ID.eq(entryId))
                .execute();
    }

    Optional<TimeEntryRecord> find(long entryId) {
        return sql.selectFrom(TIME_ENTRY).where(TIME_ENTRY.ID.eq(entryId)).fetchOptional();
    }

    /** Hours that nobody has decided on yet, the oldest first. */
    List<TimeEntryRecord> waiting() {
        return sql.selectFrom(TIME_ENTRY)
                .where(TIME_ENTRY.STATUS.eq(Status.SUBMITTED.code()))
                .orderBy(TIME_ENTRY.WORKED_ON, TIME_ENTRY.ID)
                .fetch();
    }

    void decide(long entryId, Status status, long staffId) {
        sql.update(TIME_ENTRY)
                .set(TIME_ENTRY.STATUS, status.code())
                .set(TIME_ENTRY.DECIDED_BY, staffId)
                .where(TIME_ENTRY.ID.eq(entryId))
                .execute();
    }

    /** The hours of a stretch of days that have the status. */
    BigDecimal worked(long contactId, LocalDate first, LocalDate last, Status status) {
        return total(contactId, first, last, List.of(status), Optional.empty());
    }

    /** What was reported for a day beside one entry. */
    BigDecimal reported(long contactId, LocalDate day, Optional<Long> besides) {
        return total(contactId, day, day, List.of(Status.SUBMITTED, Status.APPROVED), besides);
    }

    private BigDecimal total(
            long contactId, LocalDate first, LocalDate last, List<Status> statuses, Optional<Long> besides) {
        return sql.select(coalesce(DSL.sum(TIME_ENTRY.HOURS), BigDecimal.ZERO))
                .from(TIME_ENTRY)
                .where(TIME_ENTRY.CONTACT_ID.eq(contactId))
                .and(TIME_ENTRY.WORKED_ON.between(first, last))
                .and(TIME_ENTRY.STATUS.in(statuses.stream().map(Status::code).toList()))
                .and(besides.map(TIME_ENTRY.ID::ne).orElse(noCondition()))
                .fetchSingle()
                .value1()
                .stripTrailingZeros();
    }

    /** Shifts that are agreed on, the nearest first. */
    List<TimeEntryRecord> planned(long contactId, LocalDate from) {
        return sql.selectFrom(TIME_ENTRY)
                .where(TIME_ENTRY.CONTACT_ID.eq(contactId))
                .and(TIME_ENTRY.STATUS.eq(Status.PLANNED.code()))
                .and(TIME_ENTRY.WORKED_ON.ge(from))
                .orderBy(TIME_ENTRY.WORKED_ON, TIME_ENTRY.ID)
                .fetch();
    }

    /** What volunteers have done so far under which name: this one's own work first, then what is done most. */
    List<String> activities(long contactId) {
        var own = TIME_ENTRY.CONTACT_ID.eq(contactId);
        return sql.select(TIME_ENTRY.ACTIVITY)
                .from(TIME_ENTRY)
                .where(TIME_ENTRY.ACTIVITY.isNotNull())
                .groupBy(TIME_ENTRY.ACTIVITY)
                .orderBy(count().filterWhere(own).desc(), count().desc(), TIME_ENTRY.ACTIVITY)
                .fetch(TIME_ENTRY.ACTIVITY);
    }

    /** Who looks after the contract of a volunteer. */
    Optional<Long> ownerOfContract(long contactId) {
        return sql.select(STAFF.ID)
                .from(DEAL)
                .join(STAFF)
                .on(STAFF.ID.eq(DEAL.OWNER_ID))
                .join(CONTACT)
                .on(CONTACT.ID.eq(DEAL.CONTACT_ID))
                .where(DEAL.CONTACT_ID.eq(contactId))
                .and(DEAL.PIPELINE.eq(CONTRACT))
                .and(DEAL.STATUS.eq("open"))
                .and(STAFF.ACTIVE)
                .orderBy(DEAL.ID.desc())
                .limit(1)
                .fetchOptional(STAFF.ID);
    }

    /** Whether somebody helps already, or has asked to: the stage in which the contract stands. */
    Optional<String> contract(long contactId) {
        return sql.select(DEAL.STAGE)
                .from(DEAL)
                .where(DEAL.CONTACT_ID.eq(contactId))
                .and(DEAL.PIPELINE.eq(CONTRACT))
                .and(DEAL.STATUS.eq("open"))
                .orderBy(DEAL.ID.desc())
                .limit(1)
                .fetchOptional(DEAL.STAGE);
    }
}
