package org.otklik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.DUPLICATE;
import static org.otklik.schema.Tables.SERVICE_CASE;
import static org.otklik.schema.Tables.TASK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.cases.CaseDeadline;
import org.otklik.cases.Cases;
import org.otklik.cli.Installation;
import org.otklik.config.Settings;
import org.otklik.config.SettingsReader;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.conversation.Talk;
import org.otklik.host.Channels;
import org.otklik.i18n.Language;
import org.otklik.i18n.Texts;
import org.otklik.schema.tables.records.ServiceCaseRecord;
import org.otklik.schema.tables.records.TaskRecord;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.JobQueue;
import org.otklik.store.TestDatabase;
import org.otklik.time.SettableClock;

class JobsTest {
    private static final Settings SETTINGS = new SettingsReader(Map.of(), Path.of("src/test"), Channels.settings())
            .read()
            .settings();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database = TestDatabase.open();
    private final SettableClock clock = SettableClock.at("2026-05-20T08:30:00Z");
    private final Instant due = clock.instant().plus(Duration.ofHours(4));
    private Jobs jobs = started();

    private Jobs started() {
        var made = new Jobs(
                database, new Texts(), clock, Installation.organization(SETTINGS), Optional.empty(), Optional.empty());
        made.start();
        return made;
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    @Test
    void aJobExistsFromTheMomentWhenItsTransactionIsCommitted() {
        database.transaction(sql -> {
            ChangeContext.system(clock.instant()).applyTo(sql);
            open(sql, "Почему не пришёл отчёт?");

            assertThat(scheduled(sql)).isEqualTo(1);
            assertThat(scheduled(database.sql())).isZero();
            return sql;
        });

        assertThat(scheduled(database.sql())).isEqualTo(1);
    }

    @Test
    void aJobVanishesWithItsTransaction() {
        assertThatThrownBy(() -> database.change(ChangeContext.system(clock.instant()), sql -> {
                    open(sql, "Почему не пришёл отчёт?");
                    throw new IllegalStateException("the turn fails");
                }))
                .hasMessageContaining("the turn fails");

        assertThat(scheduled(database.sql())).isZero();
        assertThat(database.sql().fetchCount(SERVICE_CASE)).isZero();
    }

    @Test
    void aCaseThatNobodyAnsweredInTimeBecomesATask() {
        var waiting = open("Почему не пришёл отчёт? 📮");
        clock.set(due.plusSeconds(1));

        awaitWhileTimePasses(() -> scheduled(database.sql()) == 0);

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.getTitle()).contains(String.valueOf(waiting.getNumber()), "Почему не пришёл отчёт? 📮");
            assertThat(task.getOrigin()).isEqualTo("case");
            assertThat(task.getDueAt()).isBetween(due, clock.instant());
        });
        var change = database.sql().fetchSingle(CHANGE, CHANGE.TABLE_NAME.eq("task"));
        assertThat(change.getAt()).isBetween(due, clock.instant());
        assertThat(change.getByStaff()).isNull();
        assertThat(change.getByContact()).isNull();
    }

    @Test
    void beforeItsTimeNothingHappens() {
        var early = open("Почему не пришёл отчёт?");
        var late = open("Где моя справка?", due.minus(Duration.ofHours(1)));
        clock.set(due.minus(Duration.ofMinutes(59)));

        awaitWhileTimePasses(() -> scheduled(database.sql()) == 1);

        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.getTitle())
                        .contains(String.valueOf(late.getNumber()))
                        .doesNotContain(String.valueOf(early.getNumber())));
    }

    @Test
    void aCaseThatWasAnsweredOrResolvedIsLeftAlone() {
        var answered = open("Где моя справка?");
        var resolved = open("Спасибо, уже нашла");
        database.change(ChangeContext.system(clock.instant()), sql -> {
            sql.update(SERVICE_CASE)
                    .set(SERVICE_CASE.FIRST_REPLY_AT, clock.instant())
                    .where(SERVICE_CASE.ID.eq(answered.getId()))
                    .execute();
            sql.update(SERVICE_CASE)
                    .set(SERVICE_CASE.STATUS, "resolved")
                    .where(SERVICE_CASE.ID.eq(resolved.getId()))
                    .execute();
        });
        clock.set(due.plusSeconds(1));

        awaitWhileTimePasses(() -> scheduled(database.sql()) == 0);

        assertThat(tasks()).isEmpty();
    }

    @Test
    void whatFellDueWhileNothingRanIsDoneAtTheNextStart() {
        open("Почему не пришёл отчёт?");
        jobs.close();
        clock.set(due.plus(Duration.ofDays(2)));

        jobs = started();

        awaitWhileTimePasses(() -> !tasks().isEmpty());
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void theSameDeadlineIsScheduledOnce() {
        var waiting = open("Почему не пришёл отчёт?");

        database.change(ChangeContext.system(clock.instant()), sql -> schedule(sql, waiting, due.plusSeconds(60)));

        assertThat(database.sql()
                        .fetch("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'case-deadline'")
                        .getValues(0, Instant.class))
                .containsExactly(due);
    }

    @Test
    void eachNightContactsThatMayBeOneAreSuggested() {
        add("Семён Ёлкин");
        add("Зоя Белова");
        clock.advance(Duration.ofDays(1));
        awaitWhileTimePasses(() -> lastNight().isPresent());
        assertThat(database.sql().fetchCount(DUPLICATE)).isZero();

        add("Семен Елкин");
        clock.advance(Duration.ofDays(1));

        awaitWhileTimePasses(() -> database.sql().fetchCount(DUPLICATE) > 0);
        assertThat(database.sql().selectFrom(DUPLICATE).fetch())
                .singleElement()
                .satisfies(pair -> assertThat(pair.getStatus()).isEqualTo("suggested"));
    }

    private void add(String name) {
        database.change(
                ChangeContext.system(clock.instant()),
                sql -> new Contacts(sql)
                        .add(new Contacts.NewPerson(PersonName.parse(name), Language.RU, "test"), clock.instant()));
    }

    /** When the search for duplicates has run last. */
    private Optional<Instant> lastNight() {
        return database
                .sql()
                .fetch(
                        "SELECT last_success FROM scheduled_tasks WHERE task_name = 'duplicates' AND last_success IS NOT NULL")
                .getValues(0, Instant.class)
                .stream()
                .findFirst();
    }

    /**
     * The scheduler measures its pauses by the clock that it is given. One that stands still after it was set between a look
     * for due jobs and the pause would leave it waiting for ever, so time goes on here as it does outside.
     */
    private void awaitWhileTimePasses(BooleanSupplier happened) {
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(3));
            return happened.getAsBoolean();
        });
    }

    private ServiceCaseRecord open(String subject) {
        return open(subject, due);
    }

    private ServiceCaseRecord open(String subject, Instant replyDue) {
        return database.transaction(sql -> {
            ChangeContext.system(clock.instant()).applyTo(sql);
            return open(sql, subject, replyDue);
        });
    }

    private ServiceCaseRecord open(DSLContext sql, String subject) {
        return open(sql, subject, due);
    }

    private ServiceCaseRecord open(DSLContext sql, String subject, Instant replyDue) {
        long conversation = sql.insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, "webchat")
                .set(CONVERSATION.ACCOUNT, "site")
                .set(CONVERSATION.ADDRESS, subject)
                .set(CONVERSATION.CREATED_AT, clock.instant())
                .returningResult(CONVERSATION.ID)
                .fetchSingle(CONVERSATION.ID);
        var opened = new Cases(sql)
                .open(
                        new Cases.NewCase(
                                Cases.Kind.QUESTION,
                                Cases.Priority.NORMAL,
                                subject,
                                Optional.empty(),
                                Optional.empty(),
                                new Talk(conversation, Optional.empty()),
                                replyDue,
                                Optional.empty()),
                        clock.instant());
        schedule(sql, opened, replyDue);
        return opened;
    }

    private static void schedule(DSLContext sql, ServiceCaseRecord opened, Instant at) {
        new JobQueue(sql)
                .schedule(
                        CaseDeadline.TASK,
                        String.valueOf(opened.getId()),
                        new CaseDeadline.Deadline(opened.getId(), Language.RU),
                        at);
    }

    private static int scheduled(DSLContext sql) {
        return sql.fetchCount(
                DSL.table("scheduled_tasks"), DSL.field("task_name").eq(CaseDeadline.TASK.getTaskName()));
    }

    private List<TaskRecord> tasks() {
        return database.sql().selectFrom(TASK).fetch();
    }
}
