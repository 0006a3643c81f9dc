package org.otklik.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.Database;
import org.otklik.store.NightlyBackups;
import org.otklik.voice.Recognizer;

/** Runs the timed jobs. A job runs once, on one node, also after a crash. */
public final class Jobs implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** The library's own default would take half an hour to find out that a node has died. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final int HEARTBEATS_MISSED = 4;
    private static final int THREADS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    /** When to make a backup, and how. */
    public record Nightly(NightlyBackups backups, int hour, ZoneId zone) {}

    /** @param recognizer what listens to voice messages, where there is one */
    public Jobs(
            Database database,
            Texts texts,
            Clock clock,
            Organization organization,
            Optional<Recognizer> recognizer,
            Optional<Nightly> nightly) {
        var jobs = new JobList(database, texts, clock, organization, recognizer);
        this.scheduler = new SchedulerBuilder(database.source(), jobs.once())
                .startTasks(Stream.concat(jobs.recurring().stream(), nightly.map(Jobs::backup).stream())
                        .toList())
                .serializer(new JacksonSerializer())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                // One of them may listen to a voice message for a minute, and another make a backup.
                .threads(THREADS)
                .shutdownMaxWait(PATIENCE)
                .clock(clock::instant)
                .build();
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
