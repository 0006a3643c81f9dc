package org.otklik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.config.Release;

/** What happens when a server starts, ends or dies. */
class LocalPostgresTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedSurvivesAKilledProcessAndWhatWasNotIsRolledBack() throws Exception {
        var data = data();
        var host = PostgresHost.launch(data);
        try (var says = host.inputReader(StandardCharsets.UTF_8)) {
            assertThat(says.readLine()).isEqualTo("ready");
        }
        var orphan = Postmaster.of(data.resolve("postgres")).orElseThrow().process();

        host.destroyForcibly().waitFor();

        assertThat(orphan.isAlive()).isTrue();
        try (var postgres = LocalPostgres.start(data, Durability.DURABLE)) {
            orphan.onExit().get(10, TimeUnit.SECONDS);
            assertThat(ask(postgres, "SELECT string_agg(text, '|') FROM letter"))
                    .isEqualTo("Спасибо, приют 🐈");
        }
    }

    @Test
    void aServerThatDiesStartsAgainWhereItWas() throws Exception {
        var data = data();
        try (var postgres = LocalPostgres.start(data, Durability.DURABLE)) {
            try (var connection = postgres.address().connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE letter AS SELECT 'Спасибо 🐈' AS text");
            }

            var killed = Postmaster.of(data.resolve("postgres")).orElseThrow().process();
            killed.destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> ask(postgres, "SELECT text FROM letter").equals("Спасибо 🐈"));
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void aFolderThatTookThePlaceOfOursIsLeftAlone() throws Exception {
        var data = data();
        var ours = LocalPostgres.start(data, Durability.THROWAWAY);
        var orphan = Postmaster.of(data.resolve("postgres")).orElseThrow().process();
        Files.move(data, folder.resolve("moved"));

        try (var theirs = LocalPostgres.start(data(), Durability.THROWAWAY)) {
            ours.close();

            assertThat(ask(theirs, "SELECT 'still here'")).isEqualTo("still here");
        }
        orphan.destroyForcibly();
    }

    @Test
    void anotherProgramWithTheNumberOfADeadServerIsNoObstacle() throws Exception {
        var data = data();
        LocalPostgres.start(data, Durability.THROWAWAY).close();
        var file = data.resolve("postgres/postmaster.pid");

        Files.write(
                file, List.of(String.valueOf(ProcessHandle.current().pid()), "x", "1", "5432", "", "", "", "ready"));
        LocalPostgres.start(data, Durability.THROWAWAY).close();

        Files.writeString(file, "");
        LocalPostgres.start(data, Durability.THROWAWAY).close();
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        var data = TestPrograms.lendTo(folder.resolve("мои данные & 'прочее'"));
        try (var postgres = LocalPostgres.start(data, Durability.THROWAWAY)) {
            assertThat(ask(postgres, "SELECT 'works'")).isEqualTo("works");
        }
    }

    @Test
    void programsOfEarlierVersionsAreDeleted() throws Exception {
        var data = data();
        var old = Files.createDirectories(data.resolve("postgresql-18.5.0/bin")).getParent();

        LocalPostgres.start(data, Durability.THROWAWAY).close();

        assertThat(old).doesNotExist();
        assertThat(data.resolve("postgresql-" + Release.current().postgresql())).exists();
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInOneLine() throws Exception {
        var data = data();
        try (var postgres = LocalPostgres.start(data, Durability.THROWAWAY)) {
            assertThatThrownBy(() -> LocalPostgres.start(data, Durability.THROWAWAY))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("is in use by another Otklik")
                    .hasMessageNotContaining("\n");

            var other = PostgresHost.launch(data);
            try (var says = other.inputReader(StandardCharsets.UTF_8)) {
                assertThat(says.readLine())
                        .contains("in use by another Otklik (process "
                                + ProcessHandle.current().pid());
            }
            assertThat(ask(postgres, "SELECT 'still here'")).isEqualTo("still here");
        }
    }

    @Test
    void aCommandUsesTheServerThatTheBotRuns() throws Exception {
        var data = data();
        try (var postgres = LocalPostgres.start(data, Durability.THROWAWAY)) {
            try (var attached = LocalPostgres.attachOrStart(data)) {
                assertThat(attached.address()).isEqualTo(postgres.address());
            }
            assertThat(ask(postgres, "SELECT 'still here'")).isEqualTo("still here");
        }

        try (var own = LocalPostgres.attachOrStart(data)) {
            assertThat(ask(own, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedInOneLine() throws Exception {
        var data = data();
        LocalPostgres.start(data, Durability.THROWAWAY).close();
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> LocalPostgres.start(data, Durability.THROWAWAY))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedInOneLine() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> LocalPostgres.start(file.resolve("data"), Durability.THROWAWAY))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("file")
                .hasMessageContaining("Not a directory")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aStartThatFailsSaysWhatPostgresSaidAndGivesTheFolderBack() throws Exception {
        var data = data();
        LocalPostgres.start(data, Durability.THROWAWAY).close();
        var control = data.resolve("postgres/global/pg_control");
        Files.move(control, folder.resolve("pg_control"));

        assertThatThrownBy(() -> LocalPostgres.start(data, Durability.THROWAWAY))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("pg_control")
                .hasMessageNotContaining("\n");

        Files.move(folder.resolve("pg_control"), control);
        LocalPostgres.start(data, Durability.THROWAWAY).close();
    }

    private Path data() throws IOException {
        return TestPrograms.lendTo(folder.resolve("data"));
    }

    private static String ask(LocalPostgres postgres, String query) throws SQLException {
        try (var connection = postgres.address().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
