package org.otklik.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.channels.ChannelHealth;
import org.otklik.config.SettingsReader;
import org.otklik.i18n.Language;
import org.otklik.i18n.Text;
import org.otklik.i18n.Texts;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.TestDatabase;

class DoctorTest {
    private static final Texts TEXTS = new Texts();

    @TempDir
    private Path folder;

    @Test
    void aHealthyInstallationNeedsNoRemedy() {
        var database = TestDatabase.fresh();
        var reader = new SettingsReader(Map.of(), folder, List.of());

        var findings = new Doctor(List.of(
                        new ConfigurationCheck(reader::read),
                        new DataFolderCheck(folder.resolve("data")),
                        new MemoryCheck(),
                        new FontCheck(),
                        new LoadingCheck("models", () -> {}),
                        new DatabaseCheck(() -> database, Clock.systemUTC()),
                        new ChannelCheck("webchat", Optional.empty(), () -> new ChannelHealth(true, "3 visitors"))))
                .examine();

        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.ok()).as(finding.toString()).isTrue());
        assertThat(findings)
                .extracting(Finding::name)
                .containsExactly(
                        "config",
                        "data",
                        "disk",
                        "memory",
                        "fonts",
                        "models",
                        "database",
                        "schema",
                        "letters",
                        "clock",
                        "webchat");
    }

    @Test
    void aWrongSettingIsQuoted() {
        var reader = new SettingsReader(Map.of("OTKLIK_HTTP_PORT", "80a"), folder, List.of());

        var finding = only(new ConfigurationCheck(reader::read));

        assertThat(finding.ok()).isFalse();
        assertThat(said(finding)).contains("OTKLIK_HTTP_PORT: \"80a\" is not a number");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        var file = Files.createFile(folder.resolve("занято"));

        assertThat(said(only(new DataFolderCheck(file.resolve("data"))))).contains(file.toString());
    }

    @Test
    void aDatabaseThatIsDownIsOneFinding() {
        var nobody = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/otklik", "otklik", "");

        var finding = only(new DatabaseCheck(() -> nobody, Clock.systemUTC()));

        assertThat(finding.name()).isEqualTo("database");
        assertThat(finding.remedy()).isPresent();
    }

    @Test
    void aDatabaseOfANewerOtklikDoesNotFit() throws SQLException {
        var database = TestDatabase.fresh();
        execute(database, """
                INSERT INTO flyway_schema_history
                VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 0, 'otklik', '2027-01-01', 1, true)""");

        assertThat(find("schema", new DatabaseCheck(() -> database, Clock.systemUTC()))
                        .ok())
                .isFalse();
    }

    @Test
    void aDatabaseWithoutTablesIsFine() throws SQLException {
        var database = TestDatabase.fresh();
        execute(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        assertThat(find("schema", new DatabaseCheck(() -> database, Clock.systemUTC()))
                        .ok())
                .isTrue();
    }

    @Test
    void clocksThatDifferAreFound() {
        var database = TestDatabase.fresh();
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));

        var finding = find("clock", new DatabaseCheck(() -> database, ahead));

        assertThat(finding.ok()).isFalse();
        assertThat(said(finding)).contains("259,2");
    }

    @Test
    void aChannelThatIsOffIsNoIllnessAndOneThatFailsIs() {
        assertThat(only(new ChannelCheck("email", Optional.of("no host"), () -> {
                            throw new IllegalStateException();
                        }))
                        .ok())
                .isTrue();
        assertThat(only(new ChannelCheck("email", Optional.empty(), () -> new ChannelHealth(false, "refused")))
                        .ok())
                .isFalse();
    }

    @Test
    void aCheckThatBreaksDoesNotHideTheOthers() {
        var findings = new Doctor(List.of(
                        () -> {
                            throw new IllegalStateException("сломалось");
                        },
                        new MemoryCheck(),
                        new LoadingCheck("models", () -> {
                            throw new IllegalStateException("corpus");
                        })))
                .examine();

        assertThat(findings).extracting(Finding::ok).containsExactly(false, true, false);
        assertThat(said(findings.getFirst())).contains("сломалось");
    }

    @ParameterizedTest
    @EnumSource
    void everyTextExists(DoctorText key) {
        for (var language : Language.values()) {
            var said = TEXTS.say(
                    language,
                    Text.of(key)
                            .with("enough", 1024L)
                            .with("free", 1L)
                            .with("most", 1L)
                            .with("seconds", 1L));
            assertThat(said)
                    .as(language + " " + key)
                    .isNotBlank()
                    .doesNotContain("''")
                    .doesNotContain("1,024");
        }
    }

    private static Finding only(Check check) {
        var findings = check.examine();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static Finding find(String name, Check check) {
        return check.examine().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Finding finding) {
        return TEXTS.say(Language.EN, finding.says());
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
