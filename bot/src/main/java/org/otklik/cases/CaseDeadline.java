package org.otklik.cases;

import static org.otklik.schema.Tables.SERVICE_CASE;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/** At the time by which somebody should have answered a case: a manager hears of it if nobody has. */
public final class CaseDeadline {
    /**
     * Which case.
     *
     * @param language of the task's title
     */
    public record Deadline(long caseId, Language language) {}

    public static final TaskDescriptor<Deadline> TASK = TaskDescriptor.of("case-deadline", Deadline.class);

    private final Texts texts;

    public CaseDeadline(Texts texts) {
        this.texts = texts;
    }

    /** Runs in a transaction that says who changes it. */
    public void check(DSLContext sql, Deadline deadline, Instant at) {
        sql.selectFrom(SERVICE_CASE)
                .where(SERVICE_CASE.ID.eq(deadline.caseId()))
                .and(SERVICE_CASE.FIRST_REPLY_AT.isNull())
                .and(SERVICE_CASE.STATUS.ne("resolved"))
                .fetchOptional()
                .ifPresent(late -> warn(sql, deadline, late, at));
    }

    private void warn(DSLContext sql, Deadline deadline, ServiceCaseRecord late, Instant at) {
        var title = texts.say(
                deadline.language(),
                Text.of(CasesText.OVERDUE_TASK)
                        .with("number", String.valueOf(late.getNumber()))
                        .with("subject", late.getSubject()));
        new Tasks(sql)
                .add(new Tasks.NewTask(
                        title,
                        Optional.of(at),
                        new StaffMembers(sql).manager().map(StaffMembers.Member::id),
                        Optional.ofNullable(late.getContactId()),
                        Tasks.Origin.CASE));
    }
}
