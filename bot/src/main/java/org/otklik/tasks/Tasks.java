package org.otklik.tasks;

import static org.otklik.schema.Tables.TASK;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
}
