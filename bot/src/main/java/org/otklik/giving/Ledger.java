package org.otklik.giving;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.GIFT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.otklik.i18n.Money;
import org.otklik.schema.tables.records.GiftRecord;

/** Gifts as colleagues tell of them: promises, and what has come. A promise that is kept is the same gift, not a second one. */
final class Ledger {
    private final DSLContext sql;

    Ledger(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether it was promised, or has come. */
    enum Status {
        PLEDGED,
        RECEIVED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was told.
     *
     * @param money empty for things
     * @param goods what was given in kind; empty for money
     * @param day when it came, or by when it is promised
     */
    record Told(
            long contactId, Optional<Money> money, Optional<String> goods, Status status, Optional<LocalDate> day) {}

    /** Who wrote a gift down; nobody: it came with an import or of itself. */
    record Author(Optional<Long> staffId, Optional<Long> contactId) {}

    long add(Told gift, long messageId) {
        return sql.insertInto(GIFT)
                .set(columns(gift))
                .set(GIFT.SOURCE, "conversation")
                .set(GIFT.MESSAGE_ID, messageId)
                .returningResult(GIFT.ID)
                .fetchSingle(GIFT.ID);
    }

    /** Makes a gift what is told of it now. */
    void change(long giftId, Told gift) {
        sql.update(GIFT).set(columns(gift)).where(GIFT.ID.eq(giftId)).execute();
    }

    /** Puts nothing right but the sum. */
    void restate(GiftRecord gift, Money money) {
        sql.update(GIFT)
                .set(GIFT.AMOUNT, money.amount())
                .set(GIFT.CURRENCY, money.currency())
                .where(GIFT.ID.eq(gift.getId()))
                .execute();
    }

    /** When it was promised for stays on record when it comes. */
    private static Map<Field<?>, @Nullable Object> columns(Told gift) {
        var columns = new LinkedHashMap<Field<?>, @Nullable Object>();
        columns.put(GIFT.CONTACT_ID, gift.contactId());
        columns.put(GIFT.AMOUNT, gift.money().map(Money::amount).orElse(null));
        columns.put(GIFT.CURRENCY, gift.money().map(Money::currency).orElse(null));
        columns.put(GIFT.KIND, gift.goods().isPresent() ? "in_kind" : "money");
        columns.put(GIFT.DESCRIPTION, gift.goods().orElse(null));
        columns.put(GIFT.STATUS, gift.status().code());
        switch (gift.status()) {
            case PLEDGED -> {
                columns.put(GIFT.EXPECTED_ON, gift.day().orElse(null));
                columns.put(GIFT.RECEIVED_ON, null);
            }
            case RECEIVED -> columns.put(GIFT.RECEIVED_ON, gift.day().orElseThrow());
        }
        return columns;
    }

    /** The oldest promise of that sum, or report of a transfer, which this money answers. */
    Optional<Long> awaited(Told gift) {
        return gift.status() == Status.RECEIVED && gift.money().isPresent()
                ? first(GIFT.STATUS
                                .in("pledged", "reported")
                                .and(isSame(gift.contactId(), gift.money().get())))
                        .map(GiftRecord::getId)
                : Optional.empty();
    }

    /** A gift on record that is the same by all that was told of it. */
    Optional<GiftRecord> twin(Told gift) {
        if (gift.money().isEmpty()) {
            return Optional.empty();
        }
        var day = gift.status() == Status.PLEDGED ? GIFT.EXPECTED_ON : GIFT.RECEIVED_ON;
        return first(GIFT.STATUS
                .eq(gift.status().code())
                .and(isSame(gift.contactId(), gift.money().get()))
                .and(day.isNotDistinctFrom(gift.day().orElse(null))));
    }

    /** The only gift of late that is on record with a sum which is called wrong now. */
    Optional<GiftRecord> misstated(Told gift, Money wrong, LocalDate since) {
        var day = gift.status() == Status.PLEDGED ? GIFT.EXPECTED_ON : GIFT.RECEIVED_ON;
        var found = sql.selectFrom(GIFT)
                .where(isSame(gift.contactId(), wrong))
                .and(GIFT.STATUS.eq(gift.status().code()))
                .and(day.isNull().or(day.ge(since)))
                .limit(2)
                .fetch();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Condition isSame(long contactId, Money money) {
        return GIFT.CONTACT_ID
                .eq(contactId)
                .and(GIFT.AMOUNT.eq(money.amount()))
                .and(GIFT.CURRENCY.eq(money.currency()));
    }

    private Optional<GiftRecord> first(Condition which) {
        return sql.selectFrom(GIFT)
                .where(which)
                .orderBy(GIFT.EXPECTED_ON.asc().nullsLast(), GIFT.ID)
                .limit(1)
                .fetchOptional();
    }

    Optional<GiftRecord> lastReceived(long contactId) {
        return sql.selectFrom(GIFT)
                .where(GIFT.CONTACT_ID.eq(contactId))
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.AMOUNT.isNotNull())
                .orderBy(GIFT.RECEIVED_ON.desc(), GIFT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Whether a line of the bank or of an import stands for a gift. */
    boolean isReconciled(long giftId) {
        return sql.fetchExists(GIFT, GIFT.ID.eq(giftId).and(GIFT.RECONCILED_AT.isNotNull()));
    }

    Author recordedBy(long giftId) {
        return sql.selectFrom(CHANGE)
                .where(CHANGE.TABLE_NAME.eq(GIFT.getName()))
                .and(CHANGE.ROW_ID.eq(giftId))
                .and(CHANGE.OP.eq("insert"))
                .orderBy(CHANGE.ID.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Author(Optional.ofNullable(row.getByStaff()), Optional.ofNullable(row.getByContact())))
                .orElse(new Author(Optional.empty(), Optional.empty()));
    }

    /** Whether a gift was on record before a turn. */
    boolean isOlder(long giftId, long turnId) {
        return !sql.fetchExists(
                CHANGE,
                CHANGE.TABLE_NAME
                        .eq(GIFT.getName())
                        .and(CHANGE.ROW_ID.eq(giftId))
                        .and(CHANGE.OP.eq("insert"))
                        .and(CHANGE.TURN_ID.eq(turnId)));
    }
}
