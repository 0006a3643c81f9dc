package org.otklik.conversation;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.MESSAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.otklik.schema.tables.records.ChangeRecord;

/**
 * The log of changes, and what can be taken back by it. The log is written by database triggers, so that it misses nothing; the
 * table names in it are therefore names of our own tables.
 */
public final class Changes {
    private static final Field<Long> THIS_TURN = field("current_setting('otklik.turn_id')::bigint", Long.class);

    private final DSLContext sql;

    public Changes(DSLContext sql) {
        this.sql = sql;
    }

    /** How an undo ended. */
    public sealed interface Undone {
        /** Everything is as it was before that turn. */
        record Done(List<ChangeRecord> inverted) implements Undone {}

        /** Nothing was there to take back, or it has been taken back already. */
        record Nothing() implements Undone {}

        /**
         * Something that the turn wrote was changed later, so nothing was touched.
         *
         * @param byStaff who changed it, when it was a member of staff
         * @param at when
         */
        record Overtaken(Optional<Long> byStaff, Instant at) implements Undone {}

        /** Other records have been built on what the turn wrote, so nothing was touched. */
        record InUse() implements Undone {}
    }

    /** The changes of a turn that still stand, oldest first. */
    public List<ChangeRecord> of(long turnId) {
        return sql.selectFrom(CHANGE)
                .where(CHANGE.TURN_ID.eq(turnId))
                .and(CHANGE.UNDONE_AT.isNull())
                .orderBy(CHANGE.ID)
                .fetch();
    }

    /** Whether a turn answered a message of a conversation. */
    public boolean isOf(long turnId, long conversationId) {
        return sql.fetchExists(selectOne()
                .from(CHANGE)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(CHANGE.MESSAGE_ID))
                .where(CHANGE.TURN_ID.eq(turnId))
                .and(MESSAGE.CONVERSATION_ID.eq(conversationId)));
    }

    /** Whether somebody else has changed a record after a turn. */
    public Optional<ChangeRecord> bySomebodyElse(String table, long row, long afterTurnId, Speaker speaker) {
        return sql.selectFrom(CHANGE)
                .where(CHANGE.TABLE_NAME.eq(table))
                .and(CHANGE.ROW_ID.eq(row))
                .and(CHANGE.TURN_ID.gt(afterTurnId))
                .and(CHANGE.UNDONE_AT.isNull())
                .and(CHANGE.BY_STAFF
                        .isDistinctFrom(speaker.staff().map(Speaker.Staff::id).orElse(null))
                        .or(CHANGE.BY_CONTACT.isDistinctFrom(speaker.contactId().orElse(null))))
                .orderBy(CHANGE.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    /**
     * Takes back all changes of a turn, or none. Runs in a transaction that has a change context of its own.
     *
     * @param at when the changes are marked as undone
     */
    public Undone undo(long turnId, Instant at) {
        return undo(of(turnId), at);
    }

    /** Whether all that some turns did to a record was taken back. */
    public boolean isTakenBack(Collection<Long> turnIds, String table, long row) {
        var changes = sql.select(CHANGE.UNDONE_AT)
                .from(CHANGE)
                .where(CHANGE.TURN_ID.in(turnIds))
                .and(CHANGE.TABLE_NAME.eq(table))
                .and(CHANGE.ROW_ID.eq(row))
                .fetch(CHANGE.UNDONE_AT);
        return !changes.isEmpty() && changes.stream().allMatch(Objects::nonNull);
    }

    /** Takes back what a turn did to one record; returns false when something stands against it. */
    public boolean undo(long turnId, String table, long row, Instant at) {
        var changes = of(turnId).stream()
                .filter(change -> change.getTableName().equals(table) && change.getRowId() == row)
                .toList();
        return undo(changes, at) instanceof Undone.Done;
    }

    private Undone undo(List<ChangeRecord> changes, Instant at) {
        if (changes.isEmpty()) {
            return new Undone.Nothing();
        }
        // From here on nobody can change these rows between the look at the log and the undo.
        changes.forEach(change ->
                sql.execute("SELECT FROM {0} WHERE id = {1} FOR UPDATE", tableOf(change), val(change.getRowId())));
        for (var change : changes) {
            var later = overtaking(change);
            if (later.isPresent()) {
                return new Undone.Overtaken(
                        Optional.ofNullable(later.get().getByStaff()),
                        later.get().getAt());
            }
        }
        var present = latest();
        try {
            sql.transaction(savepoint -> changes.reversed().forEach(change -> invert(savepoint.dsl(), change)));
        } catch (IntegrityConstraintViolationException e) {
            return new Undone.InUse();
        }
        // The inversion itself is in the log too. It stands for nothing once what it takes back doesn't, and so does
        // not keep
        // an earlier turn from being undone.
        sql.update(CHANGE)
                .set(CHANGE.UNDONE_AT, at)
                .where(CHANGE.ID.in(changes.stream().map(ChangeRecord::getId).toList()))
                .or(CHANGE.TURN_ID.eq(THIS_TURN).and(CHANGE.ID.gt(present)))
                .execute();
        return new Undone.Done(changes);
    }

    private long latest() {
        return sql.select(coalesce(max(CHANGE.ID), 0L))
                .from(CHANGE)
                .where(CHANGE.TURN_ID.eq(THIS_TURN))
                .fetchSingle()
                .value1();
    }

    /** The first later change of another turn that touched a column which this change had set. */
    private Optional<ChangeRecord> overtaking(ChangeRecord change) {
        var mine = changedColumns(change);
        return sql
                .selectFrom(CHANGE)
                .where(CHANGE.TABLE_NAME.eq(change.getTableName()))
                .and(CHANGE.ROW_ID.eq(change.getRowId()))
                .and(CHANGE.ID.gt(change.getId()))
                .and(CHANGE.TURN_ID.ne(change.getTurnId()))
                .and(CHANGE.UNDONE_AT.isNull())
                .orderBy(CHANGE.ID)
                .fetch()
                .stream()
                .filter(later -> changedColumns(later).stream().anyMatch(mine::contains))
                .findFirst();
    }

    private static List<String> changedColumns(ChangeRecord change) {
        var before = node(change.getBefore());
        var after = node(change.getAfter());
        var present = after.isEmpty() ? before : after;
        var columns = new ArrayList<String>();
        present.fieldNames().forEachRemaining(column -> {
            if (!before.path(column).equals(after.path(column))) {
                columns.add(column);
            }
        });
        return columns;
    }

    private static JsonNode node(@Nullable JSONB row) {
        return Json.read(row == null ? JSONB.valueOf("{}") : row, JsonNode.class);
    }

    private static void invert(DSLContext savepoint, ChangeRecord change) {
        var changed = tableOf(change);
        var row = field(name("id"), Long.class).eq(change.getRowId());
        switch (change.getOp()) {
            case "insert" -> savepoint.deleteFrom(changed).where(row).execute();
            case "update" -> restore(savepoint, change);
            case "delete" ->
                savepoint.execute(
                        "INSERT INTO {0} OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(null::{0}, {1})",
                        changed, val(change.getBefore()));
            default -> throw new IllegalStateException("unknown operation " + change.getOp());
        }
    }

    private static void restore(DSLContext savepoint, ChangeRecord change) {
        var changed = changedColumns(change);
        if (changed.isEmpty()) {
            return;
        }
        var columns =
                changed.stream().map(column -> savepoint.render(name(column))).collect(Collectors.joining(", "));
        savepoint.execute(
                "UPDATE {0} SET (" + columns + ") = (SELECT " + columns
                        + " FROM jsonb_populate_record(null::{0}, {1})) WHERE id = {2}",
                tableOf(change),
                val(change.getBefore()),
                val(change.getRowId()));
    }

    private static Table<Record> tableOf(ChangeRecord change) {
        return table(name(change.getTableName()));
    }
}
