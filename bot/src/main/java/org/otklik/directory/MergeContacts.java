package org.otklik.directory;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CONSENT;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_NAME_FORM;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.DUPLICATE;
import static org.otklik.schema.Tables.RELATIONSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.otklik.schema.DefaultSchema;
import org.otklik.schema.tables.records.ConsentRecord;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Makes one contact of two. The older record stays; everything that belongs to the younger one moves, in whatever table it is, so
 * that a table that is added later needs nothing done here. The younger one stays as a tombstone, and conversations stay with it:
 * whose they are is found through it. All of it is in the log of changes, so that an undo parts the two again.
 */
final class MergeContacts {
    /** What is derived, what remembers the pair itself, and what follows the tombstone. */
    private static final Set<Table<?>> STAYING = Set.of(CONTACT_NAME_FORM, DUPLICATE, CONVERSATION);

    private final DSLContext sql;
    private final Instant at;

    MergeContacts(DSLContext sql, Instant at) {
        this.sql = sql;
        this.at = at;
    }

    /** The record that stays. */
    static ContactRecord older(ContactRecord one, ContactRecord other) {
        return Comparator.comparing(ContactRecord::getCreatedAt)
                                .thenComparing(ContactRecord::getId)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    void merge(ContactRecord kept, ContactRecord gone) {
        var refused = refusals(kept, gone);
        for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
            if (!STAYING.contains(table)) {
                for (var reference : table.getReferences()) {
                    if (reference.getKey().getTable().equals(CONTACT)
                            && reference.getFields().size() == 1) {
                        move(table, reference.getFields().getFirst().coerce(Long.class), kept.getId(), gone.getId());
                    }
                }
            }
        }
        sql.deleteFrom(RELATIONSHIP)
                .where(RELATIONSHIP.FROM_ID.eq(RELATIONSHIP.TO_ID))
                .execute();
        refused.forEach(purpose -> refuse(kept.getId(), purpose));
        fill(kept, gone);
        sql.update(CONTACT)
                .set(CONTACT.MERGED_INTO, kept.getId())
                .where(CONTACT.ID.eq(gone.getId()))
                .execute();
        new Duplicates(sql).decide(kept.getId(), gone.getId(), true);
    }

    /** What the kept record has as well is not moved but dropped: two of it may not be. */
    private void move(Table<?> table, Field<Long> owner, long kept, long gone) {
        Field<Long> id = field(name("id"), Long.class);
        for (Record row : sql.selectFrom(table).where(owner.eq(gone)).fetch()) {
            boolean isThereAlready = table.getUniqueKeys().stream()
                    .filter(key -> key.getFields().contains(table.field(owner)))
                    .anyMatch(key -> sql.fetchExists(table, same(key, row, owner, kept)));
            var own = id.eq(row.get(id));
            if (isThereAlready) {
                sql.deleteFrom(table).where(own).execute();
            } else {
                sql.update(table).set(owner, kept).where(own).execute();
            }
        }
    }

    private static Condition same(UniqueKey<?> key, Record row, Field<Long> owner, long kept) {
        var same = noCondition();
        for (var column : key.getFields()) {
            same = same.and(column.getName().equals(owner.getName()) ? owner.eq(kept) : equal(column, row));
        }
        return same;
    }

    private static <T> Condition equal(Field<T> column, Record row) {
        return column.eq(row.get(column));
    }

    /** The purposes that one of them refuses and the other, later, has agreed to: the stricter wins. */
    private List<String> refusals(ContactRecord kept, ContactRecord gone) {
        var ours = latest(kept.getId());
        var theirs = latest(gone.getId());
        var both = new HashMap<>(ours);
        theirs.forEach((purpose, consent) ->
                both.merge(purpose, consent, (one, other) -> one.getAt().isAfter(other.getAt()) ? one : other));
        return both.values().stream()
                .filter(ConsentRecord::getGranted)
                .map(ConsentRecord::getPurpose)
                .filter(purpose -> refuses(ours, purpose) || refuses(theirs, purpose))
                .toList();
    }

    private static boolean refuses(Map<String, ConsentRecord> consents, String purpose) {
        return Optional.ofNullable(consents.get(purpose))
                .filter(consent -> !consent.getGranted())
                .isPresent();
    }

    private Map<String, ConsentRecord> latest(long contactId) {
        var latest = new HashMap<String, ConsentRecord>();
        sql.selectFrom(CONSENT)
                .where(CONSENT.CONTACT_ID.eq(contactId))
                .orderBy(CONSENT.AT, CONSENT.ID)
                .forEach(consent -> latest.put(consent.getPurpose(), consent));
        return latest;
    }

    private void refuse(long contactId, String purpose) {
        sql.insertInto(CONSENT)
                .set(CONSENT.CONTACT_ID, contactId)
                .set(CONSENT.PURPOSE, purpose)
                .set(CONSENT.GRANTED, false)
                .set(CONSENT.AT, at)
                .set(CONSENT.SOURCE, "merge")
                .execute();
    }

    /** The kept record gets what only the other one knew; what either restricts or pauses stays so. */
    private void fill(ContactRecord kept, ContactRecord gone) {
        boolean isNameShorter = gone.getPatronymic() != null && kept.getPatronymic() == null;
        sql.update(CONTACT)
                .set(CONTACT.NAME, isNameShorter && sameParts(kept, gone) ? gone.getName() : kept.getName())
                .set(CONTACT.GIVEN_NAME, first(kept, gone, CONTACT.GIVEN_NAME))
                .set(CONTACT.PATRONYMIC, first(kept, gone, CONTACT.PATRONYMIC))
                .set(CONTACT.FAMILY_NAME, first(kept, gone, CONTACT.FAMILY_NAME))
                .set(CONTACT.LANGUAGE, first(kept, gone, CONTACT.LANGUAGE))
                .set(CONTACT.TIMEZONE, first(kept, gone, CONTACT.TIMEZONE))
                .set(CONTACT.OWNER_ID, first(kept, gone, CONTACT.OWNER_ID))
                .set(CONTACT.RESTRICTED, kept.getRestricted() || gone.getRestricted())
                .set(CONTACT.PAUSED_UNTIL, later(kept, gone))
                .where(CONTACT.ID.eq(kept.getId()))
                .execute();
    }

    private static boolean sameParts(ContactRecord kept, ContactRecord gone) {
        return Optional.ofNullable(kept.getGivenName()).equals(Optional.ofNullable(gone.getGivenName()))
                && Optional.ofNullable(kept.getFamilyName()).equals(Optional.ofNullable(gone.getFamilyName()));
    }

    private static <T> Field<T> first(ContactRecord kept, ContactRecord gone, Field<T> column) {
        var value = Optional.ofNullable(kept.get(column)).or(() -> Optional.ofNullable(gone.get(column)));
        return val(value.orElse(null), column);
    }

    private static Field<LocalDate> later(ContactRecord kept, ContactRecord gone) {
        return greatest(
                val(kept.getPausedUntil(), CONTACT.PAUSED_UNTIL), val(gone.getPausedUntil(), CONTACT.PAUSED_UNTIL));
    }
}
