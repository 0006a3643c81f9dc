package org.otklik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.TestDatabase;

/** Starts that can't succeed: each ends at once with a status for scripts and one line for people. */
class BadStartTest {
    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;

    @TempDir
    private Path folder;

    private record Outcome(int status, List<String> complaints) {}

    /** The real command, with what it says to its operator; the log of the libraries is none of it. */
    private static Outcome run(String... arguments) {
        var err = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Main.run(arguments);
            var lines = err.toString(StandardCharsets.UTF_8).lines();
            return new Outcome(
                    status,
                    lines.filter(line -> !line.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                            .toList());
        } finally {
            System.setErr(before);
        }
    }

    private String configuration(String yaml) throws IOException {
        return Files.writeString(folder.resolve("otklik.yaml"), yaml).toString();
    }

    private static String database(DatabaseAddress address) {
        return """
                database:
                  url: %s
                  user: %s
                  password: "%s"
                """.formatted(address.url(), address.user(), address.password());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organisation: {currency: EUR}            | organisation
            organization: {timezone: Europe/Moskva}  | Europe/Moskva
            organization: {currency: рубли}          | рубли
            http: {port: eighty}                     | eighty
            http: {port: 99999}                      | 99999
            languages                                | otklik.yaml
            'http: [8080'                            | otklik.yaml
            database: {password: [a, b]}             | database.password
            """)
    void aWrongLineIsQuotedInOneLine(String yaml, String quoted) throws IOException {
        var outcome = run("run", "--config", configuration(yaml));

        assertThat(outcome.status()).isEqualTo(WRONG_USAGE);
        assertThat(outcome.complaints()).singleElement().asString().contains(quoted);
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        var outcome = run("run", "--config", folder.resolve("нет.yaml").toString());

        assertThat(outcome.status()).isEqualTo(WRONG_USAGE);
        assertThat(outcome.complaints()).singleElement().asString().contains("нет.yaml");
    }

    @ParameterizedTest
    @CsvSource({"walk", "run --fast", "staff", "staff invite", "staff invite Анна --role king"})
    void aCommandThatDoesNotExistIsAnsweredWithThoseThatDo(String line) {
        var outcome = run(line.split(" "));

        assertThat(outcome.status()).isEqualTo(WRONG_USAGE);
        assertThat(outcome.complaints()).isNotEmpty().noneMatch(complaint -> complaint.contains("\tat "));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var yaml = database(TestDatabase.fresh()) + "http: {port: " + taken.getLocalPort() + "}\n";

            var outcome = run("run", "--config", configuration(yaml));

            assertThat(outcome.status()).isEqualTo(SOMETHING_MISSING);
            assertThat(outcome.complaints()).singleElement().asString().contains("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aDatabaseThatIsDownIsNamed() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/otklik", "otklik", "secret 🔑");

        var outcome = run("run", "--config", configuration(database(nowhere)));

        assertThat(outcome.status()).isEqualTo(SOMETHING_MISSING);
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("127.0.0.1:" + port)
                .doesNotContain("secret");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() throws IOException {
        var right = TestDatabase.fresh();
        var wrong = new DatabaseAddress(right.url(), right.user(), "not the password");

        var outcome = run("run", "--config", configuration(database(wrong)));

        assertThat(outcome.status()).isEqualTo(SOMETHING_MISSING);
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("password")
                .doesNotContain("not the password");
    }

    @Test
    void theTablesOfANewerOtklikAreLeftAlone() throws IOException, SQLException {
        var newer = TestDatabase.fresh();
        try (var connection = newer.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history
                    VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 0, 'otklik', '2027-01-01', 1, true)""");
        }

        var outcome = run("run", "--config", configuration(database(newer)));

        assertThat(outcome.status()).isEqualTo(SOMETHING_MISSING);
        assertThat(outcome.complaints()).singleElement().asString().contains("999");
    }

    @Test
    void aFolderInUseIsNotTakenOver() throws IOException {
        TestDatabase.fresh();
        var yaml = "data: " + TestDatabase.folder() + "\nhttp: {port: 0}\n";

        var outcome = run("run", "--config", configuration(yaml));

        assertThat(outcome.status()).isEqualTo(SOMETHING_MISSING);
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains(TestDatabase.folder().toString(), "in use by another Otklik");
        assertThat(TestDatabase.fresh().url()).isNotBlank();
    }
}
