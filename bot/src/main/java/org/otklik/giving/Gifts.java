package org.otklik.giving;

import static org.otklik.schema.Tables.GIFT;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Money;

/** The ledger. A donor's word makes a pledge, never money received. */
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
        return sql.insertInto(GIFT)
                .set(GIFT.CONTACT_ID, contactId)
                .set(GIFT.AMOUNT, money.amount())
                .set(GIFT.CURRENCY, money.currency())
                .set(GIFT.STATUS, "pledged")
                .set(GIFT.EXPECTED_ON, expectedOn.orElse(null))
                .set(GIFT.SOURCE, "conversation")
                .set(GIFT.MESSAGE_ID, messageId)
                .returningResult(GIFT.ID)
                .fetchSingle(GIFT.ID);
    }
}
