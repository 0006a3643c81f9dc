package org.otklik.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.otklik.schema.Tables.CHANGE;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.CONTACT_POINT;
import static org.otklik.schema.Tables.GIFT;
import static org.otklik.schema.Tables.STAFF;
import static org.otklik.schema.Tables.TAG;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.conversation.Changes.Undone;
import org.otklik.schema.tables.records.ChangeRecord;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.time.SettableClock;

class ChangesTest {
    private final TestNode node = new TestNode();
    private final Database database = node.database();
    private final SettableClock clock = node.clock();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void aChangeSaysWhatWasWhatIsAndWhoseItIs() {
        long anna = addContact("Анна Ёлкина");
        long staff = addStaff(anna);
        node.inbox().accept(Visitor.named("anna").says("Теперь я Кошкина"));
        long message = node.messages("in").getFirst().getId();
        clock.advance(Duration.ofMinutes(5));

        long turn = database.change(
                new ChangeContext(Optional.of(staff), Optional.of(anna), Optional.of(message), now()),
                rename(anna, "Анна Кошкина 🐈"));

        assertThat(changes(turn)).singleElement().satisfies(change -> {
            assertThat(change.getTableName()).isEqualTo("contact");
            assertThat(change.getRowId()).isEqualTo(anna);
            assertThat(change.getOp()).isEqualTo("update");
            assertThat(name(change.getBefore())).isEqualTo("Анна Ёлкина");
            assertThat(name(change.getAfter())).isEqualTo("Анна Кошкина 🐈");
            assertThat(change.getByStaff()).isEqualTo(staff);
            assertThat(change.getByContact()).isEqualTo(anna);
            assertThat(change.getMessageId()).isEqualTo(message);
            assertThat(change.getAt()).isEqualTo(now());
            assertThat(change.getUndoneAt()).isNull();
        });
    }

    @Test
    void insertsAndDeletesAreRecordedToo() {
        long turn = change(sql -> {
            long anna = insertContact(sql, "Анна");
            sql.deleteFrom(CONTACT).where(CONTACT.ID.eq(anna)).execute();
        });

        assertThat(changes(turn)).extracting(ChangeRecord::getOp).containsExactly("insert", "delete");
        assertThat(changes(turn).getFirst().getBefore()).isNull();
        assertThat(changes(turn).getLast().getAfter()).isNull();
    }

    @Test
    void aWriteThatDoesNotSayWhoseItIsIsRefused() {
        addContact("Анна");

        // The connection has had a context in an earlier transaction, which must not count.
        assertThatThrownBy(() -> database.transaction(sql -> insertContact(sql, "Борис")))
                .hasMessageContaining("without a change context");
        assertThatThrownBy(() -> database.sql().deleteFrom(CONTACT).execute())
                .hasMessageContaining("without a change context");
    }

    @Test
    void everyDomainTableIsTracked() {
        var untracked = database.sql().resultQuery("""
                        SELECT relname FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                          AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'record_change')
                        """).fetchInto(String.class);

        assertThat(untracked)
                .containsExactlyInAnyOrder(
                        // The messages themselves, and what only says how to answer the next one.
                        "message",
                        "attachment",
                        "conversation",
                        "letter_thread",
                        "letter_reference",
                        "first_answer",
                        // What somebody is to look at, and no record.
                        "review",
                        "session",
                        // An undo must not make a code work again that was used.
                        "confirmation",
                        "presence",
                        "checkpoint",
                        "channel_matter",
                        // The log.
                        "change",
                        // Machinery with a history of its own.
                        "scheduled_tasks",
                        "flyway_schema_history",
                        "seal_key",
                        // Derived from tracked tables, and made anew from them.
                        "contact_name_form",
                        "article_passage",
                        "passage_term",
                        "known_word",
                        // Knowledge of the languages, which comes with the product.
                        "question_word",
                        "synonym");
    }

    @Test
    void anUndoneInsertIsGone() {
        var id = new AtomicLong();
        long turn = change(sql -> id.set(insertContact(sql, "Анна")));

        assertThat(undo(turn)).isInstanceOf(Undone.Done.class);

        assertThat(database.sql().fetchCount(CONTACT)).isZero();
    }

    @Test
    void anUndoneUpdateLeavesTheRowAsItWas() {
        long anna = addContact("Анна");
        long turn = change(sql -> sql.update(CONTACT)
                .set(CONTACT.NAME, "Борис")
                .set(CONTACT.PAUSED_UNTIL, LocalDate.of(2026, 4, 1))
                .setNull(CONTACT.LANGUAGE)
                .where(CONTACT.ID.eq(anna))
                .execute());

        assertThat(undo(turn)).isInstanceOf(Undone.Done.class);

        var contact = database.sql().fetchSingle(CONTACT, CONTACT.ID.eq(anna));
        assertThat(contact.getName()).isEqualTo("Анна");
        assertThat(contact.getPausedUntil()).isNull();
        assertThat(contact.getLanguage()).isEqualTo("ru");
    }

    @Test
    void anUndoneDeleteIsBackToTheLastDigit() {
        long anna = addContact("Анна");
        change(sql -> sql.insertInto(GIFT)
                .set(GIFT.CONTACT_ID, anna)
                .set(GIFT.AMOUNT, new BigDecimal("999999999999.90"))
                .set(GIFT.CURRENCY, "RUB")
                .set(GIFT.STATUS, "received")
                .set(GIFT.RECEIVED_ON, LocalDate.of(2026, 2, 28))
                .set(GIFT.RECONCILED_AT, Instant.parse("2026-03-01T21:00:00.123456Z"))
                .execute());
        var before = database.sql().fetchSingle(GIFT);
        long turn = change(sql -> sql.deleteFrom(GIFT).execute());

        assertThat(undo(turn)).isInstanceOf(Undone.Done.class);

        assertThat(database.sql().fetchSingle(GIFT)).isEqualTo(before);
    }

    @Test
    void whatATurnDidToARowInSeveralStepsIsTakenBackAsOne() {
        long anna = addContact("Анна");
        var before = database.sql().fetchSingle(CONTACT);
        long turn = change(sql -> {
            rename(anna, "Борис").accept(sql);
            rename(anna, "Вера").accept(sql);
            rename(anna, "Вера").accept(sql);
            long other = insertContact(sql, "Галя");
            point(sql, other, "galya@mail.example");
            sql.update(CONTACT)
                    .set(CONTACT.MERGED_INTO, anna)
                    .where(CONTACT.ID.eq(other))
                    .execute();
            sql.update(CONTACT_POINT).set(CONTACT_POINT.CONTACT_ID, anna).execute();
            tag(sql, anna, "волонтёр");
            sql.deleteFrom(TAG).execute();
        });

        assertThat(undo(turn))
                .isInstanceOfSatisfying(
                        Undone.Done.class, done -> assertThat(done.inverted()).hasSize(9));

        assertThat(database.sql().fetchSingle(CONTACT)).isEqualTo(before);
        assertThat(database.sql().fetchCount(CONTACT_POINT)).isZero();
        assertThat(database.sql().fetchCount(TAG)).isZero();
    }

    @Test
    void aTurnThatAnotherPersonBuiltOnIsLeftAlone() {
        long anna = addContact("Анна");
        long staff = addStaff(anna);
        long turn = change(rename(anna, "Борис"));
        clock.advance(Duration.ofMinutes(1));
        database.change(
                new ChangeContext(Optional.of(staff), Optional.empty(), Optional.empty(), now()), rename(anna, "Вера"));

        assertThat(undo(turn)).isEqualTo(new Undone.Overtaken(Optional.of(staff), now()));

        assertThat(nameOf(anna)).isEqualTo("Вера");
    }

    @Test
    void aChangeOfOtherColumnsDoesNotStandInTheWay() {
        long anna = addContact("Анна");
        long turn = change(rename(anna, "Борис"));
        change(sql -> sql.update(CONTACT)
                .set(CONTACT.LANGUAGE, "en")
                .where(CONTACT.ID.eq(anna))
                .execute());

        assertThat(undo(turn)).isInstanceOf(Undone.Done.class);

        var contact = database.sql().fetchSingle(CONTACT, CONTACT.ID.eq(anna));
        assertThat(contact.getName()).isEqualTo("Анна");
        assertThat(contact.getLanguage()).isEqualTo("en");
    }

    @Test
    void whatAnotherPersonAddedToStandsInTheWayOfUndoingItsInsert() {
        var id = new AtomicLong();
        long turn = change(sql -> id.set(insertContact(sql, "Анна")));
        change(sql -> tag(sql, id.get(), "волонтёр"));

        assertThat(undo(turn)).isInstanceOf(Undone.InUse.class);

        assertThat(database.sql().fetchCount(CONTACT)).isEqualTo(1);
        assertThat(database.sql().fetchCount(CHANGE, CHANGE.UNDONE_AT.isNotNull()))
                .isZero();
    }

    @Test
    void anUndoThatCannotEndLeavesNothingHalfDone() {
        var id = new AtomicLong();
        long first = addContact("Анна");
        long turn = change(sql -> {
            id.set(insertContact(sql, "Борис"));
            rename(first, "Вера").accept(sql);
        });
        change(sql -> tag(sql, id.get(), "волонтёр"));

        assertThat(undo(turn)).isInstanceOf(Undone.InUse.class);

        assertThat(nameOf(first)).isEqualTo("Вера");
    }

    @Test
    void theSecondUndoFindsNothing() {
        long anna = addContact("Анна");
        long turn = change(rename(anna, "Борис"));

        assertThat(undo(turn)).isInstanceOf(Undone.Done.class);
        assertThat(undo(turn)).isInstanceOf(Undone.Nothing.class);
        assertThat(undo(12_345)).isInstanceOf(Undone.Nothing.class);

        assertThat(nameOf(anna)).isEqualTo("Анна");
    }

    @Test
    void turnsAreTakenBackOneAfterTheOther() {
        long anna = addContact("Анна");
        long first = change(rename(anna, "Борис"));
        long second = change(rename(anna, "Вера"));

        assertThat(undo(first)).isInstanceOf(Undone.Overtaken.class);
        assertThat(undo(second)).isInstanceOf(Undone.Done.class);
        assertThat(nameOf(anna)).isEqualTo("Борис");
        assertThat(undo(first)).isInstanceOf(Undone.Done.class);
        assertThat(nameOf(anna)).isEqualTo("Анна");
    }

    @Test
    void whatTheUndoingTurnDoesBesidesStands() {
        long anna = addContact("Анна");
        long turn = change(rename(anna, "Борис"));
        long undoing = change(sql -> {
            tag(sql, anna, "волонтёр");
            assertThat(new Changes(sql).undo(turn, now())).isInstanceOf(Undone.Done.class);
            point(sql, anna, "anna@mail.example");
        });

        assertThat(changes(undoing)).extracting(ChangeRecord::getTableName).containsExactly("tag", "contact_point");
    }

    private Instant now() {
        return clock.instant();
    }

    private long change(Consumer<DSLContext> work) {
        return database.change(ChangeContext.system(now()), work);
    }

    private Undone undo(long turn) {
        return database.transaction(sql -> {
            ChangeContext.system(now()).applyTo(sql);
            return new Changes(sql).undo(turn, now());
        });
    }

    private List<ChangeRecord> changes(long turn) {
        return new Changes(database.sql()).of(turn);
    }

    private static String name(@Nullable JSONB row) {
        return Json.read(Objects.requireNonNull(row), JsonNode.class)
                .path("name")
                .asText();
    }

    private String nameOf(long contact) {
        return database.sql().fetchSingle(CONTACT, CONTACT.ID.eq(contact)).getName();
    }

    private long addContact(String name) {
        var id = new AtomicLong();
        change(sql -> id.set(insertContact(sql, name)));
        return id.get();
    }

    private long addStaff(long contact) {
        change(sql -> sql.insertInto(STAFF)
                .set(STAFF.CONTACT_ID, contact)
                .set(STAFF.ROLE, "manager")
                .execute());
        return database.sql().fetchSingle(STAFF).getId();
    }

    private long insertContact(DSLContext sql, String name) {
        return sql.insertInto(CONTACT)
                .set(CONTACT.KIND, "person")
                .set(CONTACT.NAME, name)
                .set(CONTACT.LANGUAGE, "ru")
                .set(CONTACT.CREATED_AT, now())
                .returningResult(CONTACT.ID)
                .fetchSingle(CONTACT.ID);
    }

    private static Consumer<DSLContext> rename(long contact, String name) {
        return sql -> sql.update(CONTACT)
                .set(CONTACT.NAME, name)
                .where(CONTACT.ID.eq(contact))
                .execute();
    }

    private static void tag(DSLContext sql, long contact, String tag) {
        sql.insertInto(TAG).set(TAG.CONTACT_ID, contact).set(TAG.TAG_, tag).execute();
    }

    private static void point(DSLContext sql, long contact, String address) {
        sql.insertInto(CONTACT_POINT)
                .set(CONTACT_POINT.CONTACT_ID, contact)
                .set(CONTACT_POINT.KIND, "email")
                .set(CONTACT_POINT.VALUE, address)
                .set(CONTACT_POINT.STATUS, "claimed")
                .execute();
    }
}
