package org.otklik.tasks;

import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.TASK;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What staff have to do. */
public final class Tasks {
    private final DSLContext sql;

    public Tasks(DSLContext sql) {
        this.sql = sql;
    }

    /** What a task came from. */
    public enum Origin {
        STAFF,
        SURVEY,
        CASE,
        SYSTEM
    }

    /**
     * Something to do.
     *
     * @param title in the assignee's language
     * @param assigneeId who does it; empty: nobody yet
     */
    public record NewTask(
            String title,
            Optional<Instant> dueAt,
            Optional<Long> assigneeId,
            Optional<Long> contactId,
            Origin origin) {}

    public long add(NewTask task) {
        return sql.insertInto(TASK)
                .set(TASK.TITLE, task.title())
                .set(TASK.DUE_AT, task.dueAt().orElse(null))
                .set(TASK.ASSIGNEE_ID, task.assigneeId().orElse(null))
                .set(TASK.CONTACT_ID, task.contactId().orElse(null))
                .set(TASK.STATUS, "open")
                .set(TASK.ORIGIN, task.origin().name().toLowerCase(Locale.ROOT))
                .returningResult(TASK.ID)
                .fetchSingle(TASK.ID);
    }

    /** A task as it is. */
    record Item(
            long id,
            String title,
            Optional<Instant> dueAt,
            Optional<Long> assigneeId,
            Optional<Long> contactId,
            boolean isOpen) {}

    Optional<Item> find(long taskId) {
        return fetch(TASK.ID.eq(taskId)).stream().findFirst();
    }

    /** What a member of staff has to do, the nearest first. */
    List<Item> openOf(long staffId) {
        return fetch(TASK.STATUS.eq("open").and(TASK.ASSIGNEE_ID.eq(staffId)));
    }

    /** What somebody has given others to do. */
    List<Item> openGivenBy(long staffId) {
        return fetch(TASK.STATUS
                .eq("open")
                .and(TASK.ASSIGNEE_ID.isDistinctFrom(staffId))
                .and(TASK.ID.in(sql.select(CHANGE.ROW_ID)
                        .from(CHANGE)
                        .where(CHANGE.TABLE_NAME.eq(TASK.getName()))
                        .and(CHANGE.OP.eq("insert"))
                        .and(CHANGE.BY_STAFF.eq(staffId)))));
    }

    /** What everybody has to do. */
    List<Item> open() {
        return fetch(TASK.STATUS.eq("open"));
    }

    /** What was due before a moment and is not done. */
    List<Item> overdue(long staffId, Instant at) {
        return fetch(TASK.STATUS.eq("open").and(TASK.ASSIGNEE_ID.eq(staffId)).and(TASK.DUE_AT.lt(at)));
    }

    private List<Item> fetch(Condition which) {
        return sql.selectFrom(TASK)
                .where(which)
                .orderBy(TASK.DUE_AT.asc().nullsLast(), TASK.ID)
                .fetch(row -> new Item(
                        row.getId(),
                        row.getTitle(),
                        Optional.ofNullable(row.getDueAt()),
                        Optional.ofNullable(row.getAssigneeId()),
                        Optional.ofNullable(row.getContactId()),
                        row.getStatus().equals("open")));
    }

    /** Makes a task what was said of it now. */
    void change(long taskId, NewTask task) {
        sql.update(TASK)
                .set(TASK.TITLE, task.title())
                .set(TASK.DUE_AT, task.dueAt().orElse(null))
                .set(TASK.ASSIGNEE_ID, task.assigneeId().orElse(null))
                .set(TASK.CONTACT_ID, task.contactId().orElse(null))
                .where(TASK.ID.eq(taskId))
                .execute();
    }

    public void finish(long taskId) {
        sql.update(TASK).set(TASK.STATUS, "done").where(TASK.ID.eq(taskId)).execute();
    }

    void move(long taskId, Instant dueAt) {
        sql.update(TASK).set(TASK.DUE_AT, dueAt).where(TASK.ID.eq(taskId)).execute();
    }

    /** Closes what is open about a contact. */
    public void finishOf(long contactId) {
        sql.update(TASK)
                .set(TASK.STATUS, "done")
                .where(TASK.CONTACT_ID.eq(contactId))
                .and(TASK.STATUS.eq("open"))
                .execute();
    }

    /** What was thought to be done is not. */
    public void reopen(long taskId) {
        sql.update(TASK).set(TASK.STATUS, "open").where(TASK.ID.eq(taskId)).execute();
    }

    /** Gives a task another title. */
    public void rename(long taskId, String title) {
        sql.update(TASK).set(TASK.TITLE, title).where(TASK.ID.eq(taskId)).execute();
    }

    /**
     * Cancels a task that is open, and that none of the staff has touched.
     *
     * @return whether it is cancelled now
     */
    public boolean cancelUntouched(long taskId) {
        boolean isTouched = sql.fetchExists(sql.selectOne()
                .from(CHANGE)
                .where(CHANGE.TABLE_NAME.eq(TASK.getName()))
                .and(CHANGE.ROW_ID.eq(taskId))
                .and(CHANGE.BY_STAFF.isNotNull())
                .and(CHANGE.UNDONE_AT.isNull()));
        return !isTouched
                && sql.update(TASK)
                                .set(TASK.STATUS, "cancelled")
                                .where(TASK.ID.eq(taskId))
                                .and(TASK.STATUS.eq("open"))
                                .execute()
                        == 1;
    }

    /**
     * Gives the open tasks of somebody who leaves to somebody else.
     *
     * @return how many
     */
    public int move(long fromStaffId, long toStaffId) {
        return sql.update(TASK)
                .set(TASK.ASSIGNEE_ID, toStaffId)
                .where(TASK.ASSIGNEE_ID.eq(fromStaffId))
                .and(TASK.STATUS.eq("open"))
                .execute();
    }

    /** How many a member of staff has to do. */
    public int countOf(long staffId) {
        return sql.fetchCount(TASK, TASK.ASSIGNEE_ID.eq(staffId).and(TASK.STATUS.eq("open")));
    }
}
