package org.otklik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.migrations.Migrator;

class BackupTest {
    /** The index of the articles, which the last migrations of a restore make anew. */
    private static final Set<String> MADE_ANEW = Set.of("known_word", "passage_term");

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T22:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final DatabaseAddress database = TestDatabase.fresh();
    private Path files = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void aDatabaseWithEverythingThatCanGoWrong() throws SQLException, IOException {
        files = folder.resolve("files");
        target = folder.resolve("backup");
        Files.createDirectories(files.resolve("ab"));
        Files.writeString(files.resolve("ab/письмо 🐈.txt"), "Спасибо!");
        execute(
                database,
                "SELECT set_config('otklik.turn_id', nextval('turn_id')::text, false)",
                "SELECT set_config('otklik.at', '2026-11-20T10:00:00Z', false)",
                "INSERT INTO contact (kind, name, created_at) VALUES ('person', E'Анна\\tПетрова\\n\\\\. 🐈', '2026-11-20Z')",
                // Each refers to the other, so no order of the tables would do.
                "INSERT INTO staff (contact_id, role) VALUES (1, 'admin')",
                "UPDATE contact SET owner_id = 1",
                "INSERT INTO contact (kind, name, merged_into, created_at) VALUES ('person', 'Аня', 1, '2026-11-20Z')",
                "INSERT INTO contact (kind, name, created_at) VALUES ('person', 'deleted', '2026-11-20Z')",
                "DELETE FROM contact WHERE id = 3",
                "INSERT INTO gift (contact_id, amount, currency, status, received_on)"
                        + " VALUES (1, 5000.50, 'RUB', 'received', '2026-11-19')",
                "INSERT INTO conversation (channel, account, address, state, created_at)"
                        + " VALUES ('webchat', 'main', 'a', '{\"слот\": [1, null, \"🐈\"]}', '2026-11-20T10:00:00.123456Z')",
                "INSERT INTO message (conversation_id, channel, account, direction, status, body, raw, due_at, received_at)"
                        + " VALUES (1, 'webchat', 'main', 'in', 'handled', '', '\\x00ff0a5c', '2026-11-20Z', '2026-11-20Z')",
                "INSERT INTO article (slug, language, title, body, tags) VALUES ('how', 'ru', 'Как', 'Так', '{\"a,b\",\"ё\"}')",
                "INSERT INTO article_passage (article_id, position, language, about, heading, text)"
                        + " VALUES (1, 0, 'ru', 'Как', 'Волонтёры', 'Волонтёры кормили кошек')");
    }

    @Test
    void aRestoredDatabaseHoldsTheSameToTheLastByte() throws Exception {
        var before = everything(database);
        var written = backup(database).write(target);
        var restored = empty();

        var read = new Restore(restored, folder.resolve("restored/files")).read(target);

        assertThat(everything(restored)).containsExactlyElementsOf(before);
        assertThat(read).isEqualTo(written);
        assertThat(read.at()).isEqualTo("2026-11-20T22:30:00Z");
        assertThat(folder.resolve("restored/files/ab/письмо 🐈.txt")).hasContent("Спасибо!");
    }

    @Test
    void numberingAndTheAuditLogGoOnWhereTheyWere() throws Exception {
        backup(database).write(target);
        var restored = empty();

        new Restore(restored, folder.resolve("restored")).read(target);

        assertThat(ask(restored, "SELECT nextval('turn_id')")).containsExactly("2");
        execute(
                restored,
                "SELECT set_config('otklik.turn_id', '2', false), set_config('otklik.at', '2026-11-21Z', false)",
                "INSERT INTO contact (kind, name, created_at) VALUES ('person', 'Новая', '2026-11-21Z')");
        assertThat(ask(restored, "SELECT id FROM contact WHERE name = 'Новая'")).containsExactly("4");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(
                        restored, "INSERT INTO contact (kind, name, created_at) VALUES ('person', 'x', '2026-11-20Z')"))
                .withMessageContaining("without a change context");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(restored, "INSERT INTO contact_name_form VALUES (99, 'x')"))
                .withMessageContaining("foreign key");
    }

    @Test
    void aBackupIsOfOneMomentAndForNobodyElse() throws Exception {
        backup(database).write(target);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwx------");
        assertThat(target.resolveSibling("backup.part")).doesNotExist();
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> backup(database).write(target))
                .withMessage(target + " is not empty; a backup wants a folder of its own");
    }

    @Test
    void aDatabaseWithRecordsIsNotOverwritten() {
        backup(database).write(target);

        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> new Restore(database, folder.resolve("restored")).read(target))
                .withMessageContaining("the database is not empty")
                .withMessageNotContaining("\n");
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> new Restore(empty(), files).read(target))
                .withMessage(files + " is not empty; move it away first");
    }

    @Test
    void aDamagedBackupLeavesTheDatabaseEmptyAndCanBeTriedAgain() throws Exception {
        backup(database).write(target);
        var table = target.resolve("tables/contact.copy.gz");
        var whole = Files.readAllBytes(table);
        Files.write(table, Arrays.copyOf(whole, whole.length / 2));
        var restored = empty();
        var restore = new Restore(restored, folder.resolve("restored"));

        assertThatExceptionOfType(BackupFailed.class).isThrownBy(() -> restore.read(target));
        assertThat(ask(restored, "SELECT count(*) FROM contact")).containsExactly("0");

        Files.write(table, whole);
        restore.read(target);
        assertThat(ask(restored, "SELECT count(*) FROM contact")).containsExactly("2");
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtToThisOne() throws Exception {
        var old = empty();
        new Migrator(old.dataSource()).migrateTo("001");
        execute(
                old,
                "INSERT INTO conversation (channel, account, address, created_at) VALUES ('email', 'm', 'a@example.org', '2020-01-01Z')");
        backup(old).write(target);
        var restored = empty();

        new Restore(restored, folder.resolve("restored")).read(target);

        assertThat(ask(restored, "SELECT address FROM conversation")).containsExactly("a@example.org");
        assertThat(new Migrator(restored.dataSource()).version())
                .isEqualTo(new Migrator(database.dataSource()).version());
    }

    @Test
    void aBackupOfANewerVersionIsRefused() throws Exception {
        backup(database).write(target);
        var contents = target.resolve("backup.json");
        Files.writeString(
                contents, Files.readString(contents).replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\""));

        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> new Restore(empty(), folder.resolve("restored")).read(target))
                .withMessageContaining("is newer than this one")
                .withMessageNotContaining("\n");
    }

    @Test
    void whatIsNoBackupIsSaid() {
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> new Restore(database, files).read(folder))
                .withMessage(folder + " is no backup: it holds no backup.json");
        assertThatExceptionOfType(BackupFailed.class)
                .isThrownBy(() -> backup(empty()).write(target))
                .withMessageContaining("has no tables of Otklik");
        assertThat(target.resolveSibling("backup.part")).doesNotExist();
    }

    @Test
    void theLastDaysAreKeptAndOlderOnesDeleted() throws Exception {
        var nightly = folder.resolve("nightly");
        for (var name : List.of("2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16", "mine")) {
            Files.createDirectories(nightly.resolve(name).resolve("tables"));
        }
        var made = new NightlyBackups(backup(database), nightly, 7, ZoneId.of("Europe/Moscow"), NOW).run();
        var again = new NightlyBackups(backup(database), nightly, 7, ZoneId.of("Europe/Moscow"), NOW).run();

        assertThat(made).isEqualTo(again).isEqualTo(nightly.resolve("2026-11-21"));
        try (var kept = Files.list(nightly)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-11-15", "2026-11-16", "2026-11-21", "mine");
        }
    }

    private Backup backup(DatabaseAddress address) {
        return new Backup(address, files, NOW);
    }

    private static DatabaseAddress empty() throws SQLException {
        var address = TestDatabase.fresh();
        execute(address, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        return address;
    }

    /** Every row of every table, as text; but for what is made anew. */
    private static List<String> everything(DatabaseAddress address) throws SQLException {
        var all = new ArrayList<String>();
        try (var connection = address.connect()) {
            var tables = StoredTable.all(connection).stream()
                    .filter(table -> !MADE_ANEW.contains(table.name()))
                    .toList();
            for (var table : tables) {
                all.add(table.name());
                all.addAll(ask(address, "SELECT t::text FROM " + table.name() + " t ORDER BY 1"));
            }
        }
        return all;
    }

    private static List<String> ask(DatabaseAddress address, String query) throws SQLException {
        var answers = new ArrayList<String>();
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static void execute(DatabaseAddress address, String... statements) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
