package org.otklik.jobs;

import static org.jooq.impl.DSL.field;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.otklik.i18n.Texts;
import org.otklik.organization.Organization;
import org.otklik.store.Database;

/** The same jobs, run one after the other in the thread of who moves the clock: for conversations that are played. */
public final class SteppedJobs {
    private final Database database;
    private final ManualScheduler scheduler;

    public SteppedJobs(Database database, Texts texts, Clock clock, Organization organization) {
        this.database = database;
        var jobs = new JobList(database, texts, clock, organization, Optional.empty());
        var builder = TestHelper.createManualScheduler(database.source(), jobs.once())
                .clock(new Following(clock))
                .startTasks(jobs.recurring());
        // What the library would find out anew for each script, and log.
        builder.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false));
        builder.serializer(new JacksonSerializer());
        this.scheduler = builder.build();
    }

    /** Schedules what recurs, as a start of the product does. */
    public void start() {
        scheduler.start();
    }

    /** When the next job is due. */
    public Optional<Instant> nextDue() {
        return database.sql()
                .select(field("min(execution_time)", OffsetDateTime.class))
                .from("scheduled_tasks")
                .where("NOT picked")
                .fetchOptional()
                .flatMap(row -> Optional.ofNullable(row.value1()))
                .map(OffsetDateTime::toInstant);
    }

    /** Runs what is due by the clock. */
    public void runDue() {
        scheduler.runAnyDueExecutions();
    }

    /** The library has a clock of its own. */
    private static final class Following extends SettableClock {
        private final Clock clock;

        Following(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}
