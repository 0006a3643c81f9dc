package org.otklik.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.otklik.cases.CaseDeadline;
import org.otklik.i18n.Texts;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.NightlyBackups;

/** Every timed job, in one list. A job runs once, on one node, also after a crash. */
public final class Jobs implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** The library's own default would take half an hour to find out that a node has died. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int HEARTBEATS_MISSED = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Texts texts;
    private final Clock clock;
    private final Scheduler scheduler;

    /** When to make a backup, and how. */
    public record Nightly(NightlyBackups backups, int hour, ZoneId zone) {}

    public Jobs(Database database, Texts texts, Clock clock, Optional<Nightly> nightly) {
        this.database = database;
        this.texts = texts;
        this.clock = clock;
        List<Task<?>> once = List.of(caseDeadline());
        this.scheduler = new SchedulerBuilder(database.source(), once)
                .startTasks(nightly.map(Jobs::backup).stream().toList())
                .serializer(new JacksonSerializer())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .threads(2)
                .shutdownMaxWait(PATIENCE)
                .clock(clock::instant)
                .build();
    }

    private Task<CaseDeadline.Deadline> caseDeadline() {
        return Tasks.oneTime(CaseDeadline.TASK)
                .execute((instance, context) -> database.change(
                        ChangeContext.system(clock.instant()),
                        sql -> new CaseDeadline(texts).check(sql, instance.getData(), clock.instant())));
    }

    private static RecurringTask<Void> backup(Nightly nightly) {
        return Tasks.recurring("nightly-backup", Schedules.daily(nightly.zone(), LocalTime.of(nightly.hour(), 0)))
                .execute((instance, context) -> nightly.backups().run());
    }

    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
