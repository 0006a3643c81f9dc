package org.otklik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the records can rely on, in a server as the product starts it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningPostgresTest {
    private final Path data;
    private final LocalPostgres postgres;

    RunningPostgresTest(@TempDir Path folder) throws IOException {
        data = TestPrograms.lendTo(folder.resolve("data"));
        postgres = LocalPostgres.start(data, Durability.DURABLE);
    }

    @BeforeAll
    void theExtensionsOfTheProduct() throws SQLException {
        try (var connection = postgres.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void cyrillicIsLetters() throws SQLException {
        assertThat(ask("SELECT lower('ЁЖИК')")).isEqualTo("ёжик");
        assertThat(ask("SELECT similarity('Петрова', 'Петровой') > 0.5")).isEqualTo("t");
        assertThat(ask("SELECT to_tsvector('russian', 'Волонтёры кормили кошек')"))
                .isEqualTo("'волонтер':1 'корм':2 'кошек':3");
        assertThat(ask("SELECT string_agg(x, '' ORDER BY x COLLATE \"ru-x-icu\") FROM unnest(array['я', 'ё', 'е']) x"))
                .isEqualTo("еёя");
    }

    @Test
    void aCommitIsOnTheDisk() throws SQLException {
        assertThat(ask("SHOW fsync")).isEqualTo("on");
        assertThat(ask("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask("SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void theProductIsNoSuperuser() throws SQLException {
        assertThat(ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void nobodyElseGetsInWithoutThePassword() throws IOException {
        assertThat(permissions("postgres.password")).isEqualTo("rw-------");
        assertThat(permissions("postgres")).isEqualTo("rwx------");
        var stranger =
                new DatabaseAddress(postgres.address().url(), postgres.address().user(), "guess");
        assertThatThrownBy(stranger::connect).isInstanceOf(SQLException.class).hasMessageContaining("password");
        assertThat(postgres.address().toString())
                .doesNotContain(postgres.address().password());
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
    }

    private String ask(String query) throws SQLException {
        try (var connection = postgres.address().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
