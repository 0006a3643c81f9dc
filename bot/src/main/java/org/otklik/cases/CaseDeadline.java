package org.otklik.cases;

import static org.otklik.schema.Tables.SERVICE_CASE;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.alerts.Alerts;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.store.JobQueue;
import org.otklik.tasks.Tasks;

/** At the time by which somebody should have answered a case: an alert, and a word to who should have, if nobody has. */
public final class CaseDeadline {
    /**
     * Which case.
     *
     * @param language of the title of a task that is made for it
     */
    public record Deadline(long caseId, Language language) {}

    public static final TaskDescriptor<Deadline> TASK = TaskDescriptor.of("case-deadline", Deadline.class);

    private final Texts texts;

    public CaseDeadline(Texts texts) {
        this.texts = texts;
    }

    static void schedule(Turn turn, long caseId, Instant due) {
        new JobQueue(turn.sql()).schedule(TASK, caseId + "@" + due, new Deadline(caseId, turn.language()), due);
    }

    /** Runs in a transaction that says who changes it. */
    public void check(DSLContext sql, Deadline deadline, Instant at) {
        sql.selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.ID.eq(deadline.caseId()))
                .and(SERVICE_CASE.FIRST_REPLY_AT.isNull())
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .and(SERVICE_CASE.FIRST_REPLY_DUE_AT.le(at))
                .fetchOptional()
                .ifPresent(late -> warn(sql, deadline, late, at));
    }

    private void warn(DSLContext sql, Deadline deadline, ServiceCaseRecord late, Instant at) {
        long task = Optional.ofNullable(late.getTaskId()).orElseGet(() -> task(sql, deadline, late, at));
        Optional.ofNullable(late.getContactId())
                .ifPresent(contact -> new Alerts(sql).raise(contact, Alerts.Kind.UNANSWERED, Optional.of(task), at));
        new CaseNotices(sql).late(texts, late, at);
    }

    /** A case that came in without a task gets one now. */
    private long task(DSLContext sql, Deadline deadline, ServiceCaseRecord late, Instant at) {
        var title = texts.say(
                deadline.language(), Text.of(CasesText.OVERDUE).with("case", new CaseNotices(sql).line(late)));
        return new Tasks(sql)
                .add(new Tasks.NewTask(
                        title,
                        Optional.of(at),
                        new StaffMembers(sql).manager().map(StaffMembers.Member::id),
                        Optional.ofNullable(late.getContactId()),
                        Tasks.Origin.CASE));
    }
}
