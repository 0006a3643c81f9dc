package org.otklik.directory;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.otklik.schema.Tables.GIFT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.contacts.Reader;
import org.otklik.i18n.Money;

/** What a contact has given, as far as the reader may see it: money received, each currency by itself. */
final class Given {
    private final DSLContext sql;
    private final Reader reader;

    Given(DSLContext sql, Reader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /** The newest gift; without an amount where the reader may not see it. */
    record Last(LocalDate day, Optional<Money> money) {}

    /** Sums by currency over a question's time. */
    List<Money> sums(long contactId, Question when) {
        return sql.select(GIFT.CURRENCY, sum(GIFT.AMOUNT))
                .from(GIFT)
                .where(received(contactId))
                .and(when.from().map(GIFT.RECEIVED_ON::ge).orElse(noCondition()))
                .and(when.to().map(GIFT.RECEIVED_ON::le).orElse(noCondition()))
                .and(reader.seenAmounts())
                .groupBy(GIFT.CURRENCY)
                .orderBy(GIFT.CURRENCY)
                .fetch(row -> new Money(row.value2(), row.value1()));
    }

    Optional<Last> last(long contactId) {
        var isSeen = field(reader.seenAmounts());
        return sql.select(GIFT.RECEIVED_ON, GIFT.AMOUNT, GIFT.CURRENCY, isSeen)
                .from(GIFT)
                .where(received(contactId))
                .orderBy(GIFT.RECEIVED_ON.desc(), GIFT.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Last(
                        row.value1(),
                        row.get(isSeen) ? Optional.of(new Money(row.value2(), row.value3())) : Optional.empty()));
    }

    private static Condition received(long contactId) {
        return GIFT.CONTACT_ID
                .eq(contactId)
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.KIND.eq("money"))
                .and(GIFT.AMOUNT.isNotNull());
    }
}
