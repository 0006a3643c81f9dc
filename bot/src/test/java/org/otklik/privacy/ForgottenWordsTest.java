package org.otklik.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.otklik.schema.Tables.CONVERSATION;
import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.REVIEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PersonName;
import org.otklik.i18n.Language;
import org.otklik.learning.Learning;
import org.otklik.learning.NluFolder;
import org.otklik.learning.Reviews;
import org.otklik.store.ChangeContext;
import org.otklik.store.Database;
import org.otklik.store.TestDatabase;

/** What the bot has learned of the words of somebody who is erased. */
class ForgottenWordsTest {
    private static final Instant NOW = Instant.parse("2026-05-20T08:30:00Z");

    private final Database database = new Database(TestDatabase.fresh(), 2);

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theyGoOutOfTheFilesAndOfTheModel() throws IOException {
        var folder = NluFolder.in(data);
        var anna = new AtomicLong();
        database.change(ChangeContext.system(NOW), sql -> {
            anna.set(person(sql, "Анна Лисицына"));
            taught(sql, "a", anna.get(), "звоните Анне Лисицыной 🐈");
            taught(sql, "b", person(sql, "Борис Рощин"), "скинусь на крышу");
        });
        assertThat(Learning.keep(database, folder)).isEqualTo(2);
        assertThat(Learning.keep(database, folder)).isZero();
        var file = folder.intents().resolve("ru/giving.donate.txt");
        assertThat(file).content().contains("Лисицыной", "скинусь");
        Files.writeString(data.resolve("nlu/model"), "knows her words");

        database.change(
                ChangeContext.system(NOW), sql -> new Erasure(sql).erase(anna.get(), LocalDate.of(2026, 5, 20), NOW));
        Learning.keep(database, folder);

        assertThat(file).hasContent("# voice: reviewed\nскинусь на крышу\n");
        assertThat(data.resolve("nlu/model")).doesNotExist();
        assertThat(database.sql().fetchCount(REVIEW)).isEqualTo(1);
    }

    private static long person(DSLContext sql, String name) {
        return new Contacts(sql).add(new Contacts.NewPerson(PersonName.parse(name), Language.RU, "test"), NOW);
    }

    private static void taught(DSLContext sql, String address, long contact, String words) {
        long conversation = sql.insertInto(CONVERSATION)
                .set(CONVERSATION.CHANNEL, "webchat")
                .set(CONVERSATION.ACCOUNT, "")
                .set(CONVERSATION.ADDRESS, address)
                .set(CONVERSATION.CONTACT_ID, contact)
                .set(CONVERSATION.CREATED_AT, NOW)
                .returningResult(CONVERSATION.ID)
                .fetchSingle(CONVERSATION.ID);
        long message = sql.insertInto(MESSAGE)
                .set(MESSAGE.CONVERSATION_ID, conversation)
                .set(MESSAGE.CHANNEL, "webchat")
                .set(MESSAGE.ACCOUNT, "")
                .set(MESSAGE.DIRECTION, "in")
                .set(MESSAGE.STATUS, "handled")
                .set(MESSAGE.BODY, words)
                .set(MESSAGE.LANGUAGE, "ru")
                .set(MESSAGE.UNDERSTANDING, JSONB.valueOf("{\"text\":\"" + words + "\"}"))
                .set(MESSAGE.RECEIVED_AT, NOW)
                .returningResult(MESSAGE.ID)
                .fetchSingle(MESSAGE.ID);
        long review = sql.insertInto(REVIEW)
                .set(REVIEW.MESSAGE_ID, message)
                .set(REVIEW.REASON, "not_understood")
                .set(REVIEW.BY_STAFF, false)
                .set(REVIEW.NOTED_AT, NOW)
                .returningResult(REVIEW.ID)
                .fetchSingle(REVIEW.ID);
        assertThat(new Reviews(sql).decide(review, "giving.donate", Optional.empty(), NOW))
                .isTrue();
    }
}
