package org.otklik.admin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.otklik.i18n.Text;
import org.otklik.migrations.Migrator;
import org.otklik.store.DatabaseAddress;
import org.otklik.store.DatabaseUnavailable;

/** Whether the database answers, is new enough, can be written, has the right tables, knows letters and tells the same time. */
public final class DatabaseCheck implements Check {
    private static final int OLDEST_MAJOR = 15;
    private static final Duration TOLERANCE = Duration.ofSeconds(5);
    /** A capital and a small Cyrillic letter io: not letters at all in a database whose locale is C. */
    private static final String CAPITAL = "\u0401";

    private static final String SMALL = "\u0451";

    private final Supplier<DatabaseAddress> database;
    private final Clock clock;

    /** @param database may throw {@link DatabaseUnavailable}, as starting the server of one's own does */
    public DatabaseCheck(Supplier<DatabaseAddress> database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        try {
            var address = database.get();
            try (var connection = address.connect()) {
                var findings = new ArrayList<Finding>();
                findings.add(server(address, connection));
                findings.add(schema(address, connection));
                findings.add(letters(connection));
                findings.add(time(connection));
                return findings;
            }
        } catch (SQLException | DatabaseUnavailable e) {
            return List.of(Finding.bad(
                    "database",
                    Text.of(DoctorText.DATABASE_DOWN).with("problem", String.valueOf(e.getMessage())),
                    Text.of(DoctorText.DATABASE_DOWN_REMEDY)));
        }
    }

    private static Finding server(DatabaseAddress address, Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseProductVersion();
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR) {
            return Finding.bad(
                    "database",
                    Text.of(DoctorText.DATABASE_OLD).with("version", version),
                    Text.of(DoctorText.DATABASE_OLD_REMEDY).with("oldest", OLDEST_MAJOR));
        }
        if (isTrue(connection, "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean")) {
            return Finding.bad(
                    "database", Text.of(DoctorText.DATABASE_READ_ONLY), Text.of(DoctorText.DATABASE_READ_ONLY_REMEDY));
        }
        return Finding.good(
                "database",
                Text.of(DoctorText.DATABASE_OK).with("version", version).with("address", address.toString()));
    }

    private static Finding schema(DatabaseAddress address, Connection connection) throws SQLException {
        if (!isTrue(connection, "SELECT has_schema_privilege('public', 'CREATE')")) {
            return Finding.bad(
                    "schema",
                    Text.of(DoctorText.SCHEMA_FORBIDDEN).with("user", address.user()),
                    Text.of(DoctorText.SCHEMA_FORBIDDEN_REMEDY).with("user", address.user()));
        }
        try {
            var migrator = new Migrator(address.dataSource());
            migrator.validate();
            var version = migrator.version();
            if (version.isEmpty()) {
                return Finding.good("schema", Text.of(DoctorText.SCHEMA_NONE));
            }
            var says = migrator.isCurrent() ? DoctorText.SCHEMA_OK : DoctorText.SCHEMA_BEHIND;
            return Finding.good("schema", Text.of(says).with("version", version.get()));
        } catch (FlywayException e) {
            return Finding.bad(
                    "schema",
                    Text.of(DoctorText.SCHEMA_BAD)
                            .with(
                                    "problem",
                                    String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    Text.of(DoctorText.SCHEMA_REMEDY));
        }
    }

    private static Finding letters(Connection connection) throws SQLException {
        return isTrue(connection, "SELECT lower('" + CAPITAL + "') = '" + SMALL + "'")
                ? Finding.good("letters", Text.of(DoctorText.LETTERS_OK))
                : Finding.bad("letters", Text.of(DoctorText.LETTERS_BAD), Text.of(DoctorText.LETTERS_REMEDY));
    }

    private Finding time(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            var there = rows.getObject(1, OffsetDateTime.class).toInstant();
            var difference = Duration.between(there, clock.instant()).abs();
            return difference.compareTo(TOLERANCE) <= 0
                    ? Finding.good("clock", Text.of(DoctorText.CLOCK_OK))
                    : Finding.bad(
                            "clock",
                            Text.of(DoctorText.CLOCK_BAD).with("seconds", difference.toSeconds()),
                            Text.of(DoctorText.CLOCK_REMEDY));
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
