package org.otklik.directory;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.DUPLICATE;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.otklik.schema.tables.records.DuplicateRecord;

/** Pairs of contacts that may be one: of one name in any spelling, alike by a slip, or with an address in common. */
public final class Duplicates {
    private static final float SAME_NAME = 0.7f;
    private static final float SAME_NAME_AND_POINT = 0.95f;
    private static final float SLIP = 0.6f;
    /** How alike two whole names are that differ by a slip. */
    private static final double ALIKE = 0.7;
    /** Names that begin otherwise are not compared: that would be every name with every other. */
    private static final int COMMON_BEGINNING = 4;

    private final DSLContext sql;

    public Duplicates(DSLContext sql) {
        this.sql = sql;
    }

    /** Looks for new pairs, and keeps them as suggestions. What was decided on once is not suggested again. */
    public void look() {
        suggest(sameName().and(sharePoint()), SAME_NAME_AND_POINT, "name", "point");
        suggest(sameName(), SAME_NAME, "name");
        suggest(slip().and(sharePoint()), SAME_NAME, "spelling", "point");
        suggest(slip(), SLIP, "spelling");
    }

    private void suggest(Condition alike, float score, String... reasons) {
        var one = CONTACT.as("one");
        var other = CONTACT.as("other");
        var oneForm = CONTACT_NAME_FORM.as("one_form");
        var otherForm = CONTACT_NAME_FORM.as("other_form");
        sql.insertInto(DUPLICATE, DUPLICATE.A_ID, DUPLICATE.B_ID, DUPLICATE.SCORE, DUPLICATE.REASONS, DUPLICATE.STATUS)
                .select(sql.selectDistinct(
                                least(one.ID, other.ID),
                                greatest(one.ID, other.ID),
                                field("{0}::real", Float.class, score),
                                field("{0}::text[]", String[].class, (Object) reasons),
                                field("'suggested'", String.class))
                        .from(oneForm)
                        .join(one)
                        .on(one.ID.eq(oneForm.CONTACT_ID))
                        .join(otherForm)
                        .on(oneForm.IS_WHOLE.eq(true).and(oneForm.CONTACT_ID.ne(otherForm.CONTACT_ID)))
                        .and(alike)
                        .join(other)
                        .on(other.ID.eq(otherForm.CONTACT_ID))
                        .where(one.KIND.eq(other.KIND))
                        .and(one.MERGED_INTO.isNull().and(other.MERGED_INTO.isNull()))
                        .and(one.ERASED_AT.isNull().and(other.ERASED_AT.isNull()))
                        .and(one.PATRONYMIC
                                .isNull()
                                .or(other.PATRONYMIC.isNull())
                                .or(one.PATRONYMIC.eq(other.PATRONYMIC)))
                        .and(notExists(selectOne()
                                .from(DUPLICATE)
                                .where(least(DUPLICATE.A_ID, DUPLICATE.B_ID).eq(least(one.ID, other.ID)))
                                .and(greatest(DUPLICATE.A_ID, DUPLICATE.B_ID).eq(greatest(one.ID, other.ID))))))
                .execute();
    }

    private static Condition sameName() {
        return CONTACT_NAME_FORM.as("one_form").FORM.eq(CONTACT_NAME_FORM.as("other_form").FORM);
    }

    private static Condition slip() {
        var one = CONTACT_NAME_FORM.as("one_form");
        var other = CONTACT_NAME_FORM.as("other_form");
        return other.IS_WHOLE
                .eq(true)
                .and(left(one.FORM, COMMON_BEGINNING).eq(left(other.FORM, COMMON_BEGINNING)))
                .and(field("similarity({0}, {1})", Double.class, one.FORM, other.FORM)
                        .ge(ALIKE));
    }

    private static Condition sharePoint() {
        var one = CONTACT_POINT.as("one_point");
        var other = CONTACT_POINT.as("other_point");
        return exists(selectOne()
                .from(one)
                .join(other)
                .on(one.KIND.eq(other.KIND).and(one.VALUE.eq(other.VALUE)))
                .where(one.CONTACT_ID.eq(CONTACT_NAME_FORM.as("one_form").CONTACT_ID))
                .and(other.CONTACT_ID.eq(CONTACT_NAME_FORM.as("other_form").CONTACT_ID)));
    }

    /** The suggestions that nobody has decided on, the surest first. */
    List<DuplicateRecord> suggested() {
        return open(noCondition());
    }

    /** The suggestions about somebody. */
    List<DuplicateRecord> suggested(long contactId) {
        return open(DUPLICATE.A_ID.eq(contactId).or(DUPLICATE.B_ID.eq(contactId)));
    }

    private List<DuplicateRecord> open(Condition which) {
        var one = CONTACT.as("one");
        var other = CONTACT.as("other");
        return sql.select(DUPLICATE.fields())
                .from(DUPLICATE)
                .join(one)
                .on(one.ID.eq(DUPLICATE.A_ID))
                .join(other)
                .on(other.ID.eq(DUPLICATE.B_ID))
                .where(DUPLICATE.STATUS.eq("suggested"))
                .and(one.MERGED_INTO.isNull().and(other.MERGED_INTO.isNull()))
                .and(one.ERASED_AT.isNull().and(other.ERASED_AT.isNull()))
                .and(which)
                .orderBy(DUPLICATE.SCORE.desc(), DUPLICATE.ID)
                .fetchInto(DUPLICATE);
    }

    private Optional<DuplicateRecord> pair(long one, long other) {
        return sql.selectFrom(DUPLICATE)
                .where(DUPLICATE.A_ID.eq(one).and(DUPLICATE.B_ID.eq(other)))
                .or(DUPLICATE.A_ID.eq(other).and(DUPLICATE.B_ID.eq(one)))
                .fetchOptional();
    }

    /** Somebody thinks that two are one; a pair that was decided on already stays as it is. */
    void putForward(long one, long other) {
        if (pair(one, other).isEmpty()) {
            sql.insertInto(DUPLICATE)
                    .set(DUPLICATE.A_ID, Math.min(one, other))
                    .set(DUPLICATE.B_ID, Math.max(one, other))
                    .set(DUPLICATE.SCORE, 1f)
                    .set(DUPLICATE.REASONS, new String[] {"said"})
                    .set(DUPLICATE.STATUS, "suggested")
                    .execute();
        }
    }

    /** Keeps what was decided about a pair. */
    void decide(long one, long other, boolean isMerged) {
        var status = isMerged ? "merged" : "rejected";
        pair(one, other)
                .ifPresentOrElse(
                        known -> sql.update(DUPLICATE)
                                .set(DUPLICATE.STATUS, status)
                                .where(DUPLICATE.ID.eq(known.getId()))
                                .execute(),
                        () -> sql.insertInto(DUPLICATE)
                                .set(DUPLICATE.A_ID, one)
                                .set(DUPLICATE.B_ID, other)
                                .set(DUPLICATE.SCORE, 1f)
                                .set(DUPLICATE.REASONS, new String[] {"said"})
                                .set(DUPLICATE.STATUS, status)
                                .execute());
    }
}
