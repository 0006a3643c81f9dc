package org.otklik.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jooq.DSLContext;
import org.otklik.cases.CaseDeadline;
import org.otklik.cases.StillWaiting;
import org.otklik.dialogue.UnfinishedReminder;
import org.otklik.directory.Duplicates;
import org.otklik.giving.EndGift;
import org.otklik.giving.ResumeGift;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.privacy.ForgetAddress;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.surveys.Invite;
import org.otklik.surveys.SurveyAfterGift;
import org.otklik.tasks.OverdueDigest;
import org.otklik.tasks.TaskReminder;
import org.otklik.voice.Recognizer;
import org.otklik.voice.Transcripts;

/** Every timed job that belongs to conversations and records, one line each. */
final class JobList {
    /** When the coming day is planned, on the organisation's clocks. */
    private static final LocalTime NIGHT = LocalTime.of(0, 30);

    private static final Duration UNTIL_FREE = Duration.ofSeconds(5);

    private final Semaphore listener = new Semaphore(1);
    private final Database database;
    private final Texts texts;
    private final Clock clock;
    private final Organization organization;
    private final Optional<Recognizer> recognizer;

    JobList(Database database, Texts texts, Clock clock, Organization organization, Optional<Recognizer> recognizer) {
        this.database = database;
        this.texts = texts;
        this.clock = clock;
        this.organization = organization;
        this.recognizer = recognizer;
    }

    /** What a job does, in a transaction that says who changes something. */
    private interface Work<T> {
        void run(DSLContext sql, T data, Instant at);
    }

    /** Those that are scheduled when something happens. */
    List<Task<?>> once() {
        return List.of(
                once(CaseDeadline.TASK, new CaseDeadline(texts)::check),
                once(TaskReminder.TASK, new TaskReminder(texts, organization)::remind),
                once(OverdueDigest.TASK, new OverdueDigest(texts, organization)::send),
                once(StillWaiting.TASK, new StillWaiting(texts)::tell),
                once(Invite.CLOSE, Invite::close),
                once(
                        SurveyAfterGift.TASK,
                        (sql, due, at) -> new SurveyAfterGift(organization).ask(sql, texts, due, at)),
                once(ResumeGift.TASK, ResumeGift::resume),
                once(EndGift.TASK, EndGift::end),
                once(ForgetAddress.TASK, ForgetAddress::forget),
                once(UnfinishedReminder.TASK, new UnfinishedReminder(texts)::remind),
                listening());
    }

    /** Those that come again and again. */
    List<RecurringTask<Void>> recurring() {
        return List.of(
                nightly("overdue-digests", new OverdueDigest(texts, organization)::plan),
                nightly("duplicates", (sql, night, at) -> new Duplicates(sql).look()));
    }

    /** What is done each night: with the time that it was meant for, which may have passed, and the time that it is. */
    private interface NightWork {
        void run(DSLContext sql, Instant night, Instant at);
    }

    private RecurringTask<Void> nightly(String name, NightWork work) {
        return Tasks.recurring(name, Schedules.daily(organization.zone(), NIGHT))
                .execute((instance, context) -> database.change(
                        ChangeContext.system(clock.instant()),
                        sql -> work.run(sql, context.getExecution().executionTime, clock.instant())));
    }

    /** Listening takes long and much of a machine: it holds no transaction, and what comes meanwhile comes back later. */
    private Task<Transcripts.Spoken> listening() {
        return Tasks.custom(Transcripts.TASK).execute((instance, context) -> {
            if (!listener.tryAcquire()) {
                return (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(UNTIL_FREE));
            }
            try {
                listen(instance.getData());
                return new CompletionHandler.OnCompleteRemove<>();
            } finally {
                listener.release();
            }
        });
    }

    private void listen(Transcripts.Spoken spoken) {
        var words = recognizer.flatMap(program -> Transcripts.heard(database.sql(), program, spoken));
        database.change(
                ChangeContext.system(clock.instant()),
                sql -> new Transcripts(texts).tell(sql, spoken, words, clock.instant()));
    }

    private <T> Task<T> once(TaskDescriptor<T> descriptor, Work<T> work) {
        return Tasks.oneTime(descriptor)
                .execute((instance, context) -> database.change(ChangeContext.system(clock.instant()), sql -> {
                    work.run(sql, instance.getData(), clock.instant());
                }));
    }
}
