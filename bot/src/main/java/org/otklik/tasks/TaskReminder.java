package org.otklik.tasks;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.JobQueue;

/**
 * Brings a task to mind when it is due. Jobs are never cancelled: one that finds its task done, moved or gone says nothing, so
 * that what is taken back is right again.
 */
public final class TaskReminder {
    /**
     * Which task.
     *
     * @param dueAt when it was due as this was scheduled
     */
    public record Due(long taskId, Instant dueAt) {}

    public static final TaskDescriptor<Due> TASK = TaskDescriptor.of("task-reminder", Due.class);

    private final Texts texts;
    private final TaskNotices notices;

    public TaskReminder(Texts texts, Organization organization) {
        this.texts = texts;
        this.notices = new TaskNotices(organization);
    }

    /** Has the assignee told at that moment, as long as the task is due then. */
    public static void schedule(DSLContext sql, long taskId, Instant dueAt) {
        new JobQueue(sql).schedule(TASK, taskId + "@" + dueAt, new Due(taskId, dueAt), dueAt);
    }

    /** Runs in a transaction that says who changes something. */
    public void remind(DSLContext sql, Due due, Instant at) {
        new Tasks(sql)
                .find(due.taskId())
                .filter(task -> task.isOpen() && task.dueAt().equals(Optional.of(due.dueAt())))
                .ifPresent(task -> task.assigneeId()
                        .ifPresent(who -> notices.send(
                                sql,
                                texts,
                                who,
                                Text.of(TasksText.DUE_NOW).with("task", notices.line(sql, task, who)),
                                List.of(task),
                                at)));
    }
}
