package org.otklik.segments;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.otklik.schema.Tables.CONSENT;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.CONTACT_ROLE;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.RECURRING_GIFT;
import static org.otklik.schema.Tables.TAG;
import static org.otklik.schema.Tables.TIME_ENTRY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.otklik.contacts.Contacts;
import org.otklik.schema.tables.records.ContactRecord;
import org.otklik.segments.Rule.Limit;

/** Finds who belongs to a list, for a reader who may or may not know of restricted people. */
public final class Members {
    private final DSLContext sql;
    private final LocalDate today;
    private final boolean withRestricted;

    /**
     * @param today on which day it is judged who has lapsed
     * @param withRestricted whether restricted people are among them; to who may not see them they are not there
     */
    public Members(DSLContext sql, LocalDate today, boolean withRestricted) {
        this.sql = sql;
        this.today = today;
        this.withRestricted = withRestricted;
    }

    /** In the order of their names. */
    public List<ContactRecord> of(Rule rule) {
        return sql.selectFrom(CONTACT)
                .where(present())
                .and(holds(rule))
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetch();
    }

    /** All of them, in the order of their names. */
    public List<ContactRecord> all() {
        return sql.selectFrom(CONTACT)
                .where(present())
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetch();
    }

    public int count(Rule rule) {
        return sql.fetchCount(CONTACT, present().and(holds(rule)));
    }

    /** Who is there for the reader: colleagues only where they are something else as well. */
    public Condition present() {
        var others = select(CONTACT_ROLE.CONTACT_ID)
                .from(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.eq(CONTACT.ID))
                .and(CONTACT_ROLE.ROLE.ne("staff"));
        return CONTACT.MERGED_INTO
                .isNull()
                .and(CONTACT.ERASED_AT.isNull())
                .and(withRestricted ? trueCondition() : not(CONTACT.RESTRICTED))
                .and(not(role("staff")).or(exists(others)).or(gifts(DateRange.EVER)));
    }

    private Condition holds(Rule rule) {
        return switch (rule) {
            case Rule.All all -> DSL.and(all.of().stream().map(this::holds).toList());
            case Rule.Any any -> DSL.or(any.of().stream().map(this::holds).toList());
            case Rule.Not none -> not(holds(none.of()));
            case Rule.Gave gave ->
                gave.limits().stream()
                        .map(limit -> within(gave.when(), limit))
                        .reduce(gifts(gave.when()), Condition::and);
            case Rule.Worked worked ->
                worked.limits().stream()
                        .map(limit -> compare(hours(worked.when()), limit))
                        .reduce(hours(worked.when()).gt(BigDecimal.ZERO), Condition::and);
            case Rule.Pledged pledged ->
                exists(selectOne()
                        .from(GIFT)
                        .where(GIFT.CONTACT_ID.eq(CONTACT.ID))
                        .and(GIFT.STATUS.eq("pledged"))
                        .and(pledged.when().from().map(GIFT.EXPECTED_ON::ge).orElse(trueCondition()))
                        .and(pledged.when().to().map(GIFT.EXPECTED_ON::le).orElse(trueCondition())));
            case Rule.FirstGave first ->
                gifts(first.when())
                        .and(first.when()
                                .from()
                                .map(from -> not(gifts(DateRange.until(from.minusDays(1)))))
                                .orElse(trueCondition()));
            case Rule.Lapsed lapsed ->
                gifts(DateRange.EVER)
                        .and(not(gifts(DateRange.since(
                                today.minusMonths(lapsed.months()).plusDays(1)))));
            case Rule.GivesMonthly _ ->
                exists(selectOne()
                        .from(RECURRING_GIFT)
                        .where(RECURRING_GIFT.CONTACT_ID.eq(CONTACT.ID))
                        .and(RECURRING_GIFT.PERIOD.eq("month"))
                        .and(RECURRING_GIFT.STATUS.eq("active")));
            case Rule.HasRole has ->
                has.role().equals("donor") ? role("donor").or(gifts(DateRange.EVER)) : role(has.role());
            case Rule.HasTag has ->
                exists(selectOne()
                        .from(TAG)
                        .where(TAG.CONTACT_ID.eq(CONTACT.ID))
                        .and(TAG.TAG_.equalIgnoreCase(has.tag())));
            case Rule.Consents consents -> consents(consents.purpose());
            case Rule.Refuses _ -> coalesce(latestWord("newsletter"), true).isFalse();
            case Rule.Speaks speaks -> CONTACT.LANGUAGE.eq(speaks.language());
            case Rule.HasPoint has ->
                exists(selectOne()
                        .from(CONTACT_POINT)
                        .where(CONTACT_POINT.CONTACT_ID.eq(CONTACT.ID))
                        .and(CONTACT_POINT.KIND.eq(has.kind()))
                        .and(CONTACT_POINT.STATUS.notIn("old", "blocked")));
            case Rule.LivesIn lives ->
                exists(selectOne()
                        .from(CONTACT_POINT)
                        .where(CONTACT_POINT.CONTACT_ID.eq(CONTACT.ID))
                        .and(CONTACT_POINT.KIND.eq("postal"))
                        .and(DSL.or(Towns.spellings(lives.place()).stream()
                                .map(CONTACT_POINT.VALUE::containsIgnoreCase)
                                .toList())));
            case Rule.IsA is -> CONTACT.KIND.eq(is.kind());
            case Rule.Called called ->
                CONTACT.ID.in(new Contacts(sql)
                        .named(called.name()).stream().map(ContactRecord::getId).toList());
        };
    }

    private static Condition role(String role) {
        return exists(selectOne()
                .from(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.eq(CONTACT.ID))
                .and(CONTACT_ROLE.ROLE.eq(role)));
    }

    /** The latest word counts, be it of this purpose or of all mailings. */
    private static Condition consents(String purpose) {
        return coalesce(latestWord(purpose), false).isTrue();
    }

    private static Field<Boolean> latestWord(String purpose) {
        var word = CONSENT.as("word");
        return field(select(word.GRANTED)
                .from(word)
                .where(word.CONTACT_ID.eq(CONTACT.ID))
                .and(word.PURPOSE.in(purpose, "all_mailings"))
                .orderBy(word.AT.desc(), word.ID.desc())
                .limit(1));
    }

    private static Field<BigDecimal> hours(DateRange when) {
        return field(select(coalesce(sum(TIME_ENTRY.HOURS), BigDecimal.ZERO))
                .from(TIME_ENTRY)
                .where(TIME_ENTRY.CONTACT_ID.eq(CONTACT.ID))
                .and(TIME_ENTRY.STATUS.eq("approved"))
                .and(when.from().map(TIME_ENTRY.WORKED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(TIME_ENTRY.WORKED_ON::le).orElse(trueCondition())));
    }

    private static Condition received(DateRange when) {
        return GIFT.CONTACT_ID
                .eq(CONTACT.ID)
                .and(GIFT.STATUS.eq("received"))
                .and(GIFT.KIND.eq("money"))
                .and(when.from().map(GIFT.RECEIVED_ON::ge).orElse(trueCondition()))
                .and(when.to().map(GIFT.RECEIVED_ON::le).orElse(trueCondition()));
    }

    private static Condition gifts(DateRange when) {
        return exists(selectOne().from(GIFT).where(received(when)));
    }

    private static Condition within(DateRange when, Limit limit) {
        return switch (limit.measure()) {
            case TOTAL ->
                compare(
                        field(select(coalesce(sum(GIFT.AMOUNT), BigDecimal.ZERO))
                                .from(GIFT)
                                .where(received(when))
                                .and(GIFT.CURRENCY.eq(limit.currency()))),
                        limit);
            case TIMES ->
                compare(
                        field(select(DSL.count().cast(BigDecimal.class))
                                .from(GIFT)
                                .where(received(when))),
                        limit);
            case HOURS -> compare(hours(when), limit);
            case ONE_GIFT -> {
                var most = field(select(coalesce(max(GIFT.AMOUNT), BigDecimal.ZERO))
                        .from(GIFT)
                        .where(received(when))
                        .and(GIFT.CURRENCY.eq(limit.currency())));
                yield limit.bound() == Rule.Bound.EXACTLY
                        ? exists(selectOne()
                                .from(GIFT)
                                .where(received(when))
                                .and(GIFT.CURRENCY.eq(limit.currency()))
                                .and(GIFT.AMOUNT.eq(limit.amount())))
                        : compare(most, limit);
            }
        };
    }

    private static Condition compare(Field<BigDecimal> value, Limit limit) {
        boolean isMoney = limit.measure() != Rule.Measure.TIMES;
        var some = isMoney ? value.gt(BigDecimal.ZERO) : trueCondition();
        return switch (limit.bound()) {
            case MORE -> value.gt(limit.amount());
            case AT_LEAST -> value.ge(limit.amount());
            case LESS -> some.and(value.lt(limit.amount()));
            case AT_MOST -> some.and(value.le(limit.amount()));
            case EXACTLY -> value.eq(limit.amount());
        };
    }
}
