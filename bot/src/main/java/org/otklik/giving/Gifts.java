package org.otklik.giving;

import static org.otklik.schema.Tables.GIFT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.otklik.i18n.Money;
import org.otklik.schema.tables.records.GiftRecord;

/** The ledger. A donor's word makes a pledge or a report, never money received. */
public final class Gifts {
    private final DSLContext sql;

    public Gifts(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Writes down a promise.
     *
     * @param expectedOn when it was promised for
     * @param messageId the message that it was said in
     */
    public long pledge(long contactId, Money money, Optional<LocalDate> expectedOn, long messageId) {
        return said(contactId, "pledged", messageId)
                .set(GIFT.AMOUNT, money.amount())
                .set(GIFT.CURRENCY, money.currency())
                .set(GIFT.EXPECTED_ON, expectedOn.orElse(null))
                .returningResult(GIFT.ID)
                .fetchSingle(GIFT.ID);
    }

    /**
     * Writes down that somebody says to have paid. Whether the money has come is known when it is matched with the bank.
     *
     * @param money empty while the sum is not known
     */
    public long report(long contactId, Optional<Money> money, long messageId) {
        return said(contactId, "reported", messageId)
                .set(GIFT.AMOUNT, money.map(Money::amount).orElse(null))
                .set(GIFT.CURRENCY, money.map(Money::currency).orElse(null))
                .returningResult(GIFT.ID)
                .fetchSingle(GIFT.ID);
    }

    private InsertSetMoreStep<GiftRecord> said(long contactId, String status, long messageId) {
        return sql.insertInto(GIFT)
                .set(GIFT.CONTACT_ID, contactId)
                .set(GIFT.STATUS, status)
                .set(GIFT.SOURCE, "conversation")
                .set(GIFT.MESSAGE_ID, messageId);
    }

    /** Puts a promise right. */
    public void change(long giftId, Money money, Optional<LocalDate> expectedOn) {
        sql.update(GIFT)
                .set(GIFT.AMOUNT, money.amount())
                .set(GIFT.CURRENCY, money.currency())
                .set(GIFT.EXPECTED_ON, expectedOn.orElse(null))
                .where(GIFT.ID.eq(giftId))
                .execute();
    }

    /** Says how much a reported gift is. */
    public void change(long giftId, Money money) {
        sql.update(GIFT)
                .set(GIFT.AMOUNT, money.amount())
                .set(GIFT.CURRENCY, money.currency())
                .where(GIFT.ID.eq(giftId))
                .execute();
    }

    /** Money that a contact has given, newest first: only what was received. */
    public List<GiftRecord> received(long contactId) {
        return sql.selectFrom(GIFT)
                .where(GIFT.CONTACT_ID.eq(contactId))
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.AMOUNT.isNotNull())
                .orderBy(GIFT.RECEIVED_ON.desc(), GIFT.ID.desc())
                .fetch();
    }

    /** Money that a contact has promised, or says to have paid, in the order in which it is expected. */
    public List<GiftRecord> announced(long contactId) {
        return sql.selectFrom(GIFT)
                .where(GIFT.CONTACT_ID.eq(contactId))
                .and(GIFT.STATUS.in("pledged", "reported"))
                .and(GIFT.AMOUNT.isNotNull())
                .orderBy(GIFT.EXPECTED_ON.asc().nullsLast(), GIFT.ID)
                .fetch();
    }
}
