package org.otklik.giving;

import static org.otklik.schema.Tables.RECURRING_GIFT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** Gifts that come again by themselves. What was given stays what it was, whatever becomes of them. */
public final class RecurringGifts {
    private final DSLContext sql;

    public RecurringGifts(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of a contact that have not ended, oldest first. */
    public List<RecurringGiftRecord> of(long contactId) {
        return sql.selectFrom(RECURRING_GIFT)
                .where(RECURRING_GIFT.CONTACT_ID.eq(contactId))
                .and(RECURRING_GIFT.STATUS.ne("ended"))
                .orderBy(RECURRING_GIFT.ID)
                .fetch();
    }

    public Optional<RecurringGiftRecord> find(long id) {
        return sql.selectFrom(RECURRING_GIFT).where(RECURRING_GIFT.ID.eq(id)).fetchOptional();
    }

    public void change(long id, BigDecimal amount) {
        sql.update(RECURRING_GIFT)
                .set(RECURRING_GIFT.AMOUNT, amount)
                .where(RECURRING_GIFT.ID.eq(id))
                .execute();
    }

    /**
     * Stops it for a while; the day of the month is kept.
     *
     * @param resumesOn when it goes on by itself; empty: when the donor says so
     */
    public void pause(long id, Optional<LocalDate> resumesOn) {
        sql.update(RECURRING_GIFT)
                .set(RECURRING_GIFT.STATUS, "paused")
                .set(RECURRING_GIFT.RESUMES_ON, resumesOn.orElse(null))
                .where(RECURRING_GIFT.ID.eq(id))
                .execute();
    }

    public void resume(RecurringGiftRecord gift, LocalDate today) {
        sql.update(RECURRING_GIFT)
                .set(RECURRING_GIFT.STATUS, "active")
                .setNull(RECURRING_GIFT.RESUMES_ON)
                .set(RECURRING_GIFT.NEXT_DUE_ON, nextDue(gift, today))
                .where(RECURRING_GIFT.ID.eq(gift.getId()))
                .execute();
    }

    /** It goes on until a day, and ends with it. */
    public void endOn(long id, LocalDate day) {
        sql.update(RECURRING_GIFT)
                .set(RECURRING_GIFT.ENDS_ON, day)
                .where(RECURRING_GIFT.ID.eq(id))
                .execute();
    }

    public void end(long id, LocalDate today) {
        sql.update(RECURRING_GIFT)
                .set(RECURRING_GIFT.STATUS, "ended")
                .setNull(RECURRING_GIFT.RESUMES_ON)
                .setNull(RECURRING_GIFT.NEXT_DUE_ON)
                .set(RECURRING_GIFT.ENDS_ON, today)
                .where(RECURRING_GIFT.ID.eq(id))
                .execute();
    }

    /** The first day of an instalment that has not passed, on the day of the month that it always had. */
    static LocalDate nextDue(RecurringGiftRecord gift, LocalDate from) {
        var first = Optional.ofNullable(gift.getNextDueOn()).orElse(from);
        var due = first;
        for (int times = 1; due.isBefore(from); times++) {
            due = first.plus(period(gift).multipliedBy(times));
        }
        return due;
    }

    private static Period period(RecurringGiftRecord gift) {
        return switch (gift.getPeriod()) {
            case "month" -> Period.ofMonths(1);
            case "quarter" -> Period.ofMonths(3);
            case "year" -> Period.ofYears(1);
            default -> throw new IllegalStateException("unknown period " + gift.getPeriod());
        };
    }
}
