package org.otklik.migrations;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to the schema of this version of the product. */
public final class Migrator {
    private final Flyway flyway;

    public Migrator(DataSource database) {
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                // By default, a schema from a newer product passes.
                .ignoreMigrationPatterns(new String[0])
                .load();
    }

    /**
     * Runs the migrations that the database has not seen.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is newer than the product, or a migration fails
     */
    public void migrate() {
        flyway.migrate();
    }

    /**
     * As {@link #migrate}, but no further than a version: for rows that were written under it. Leaves out the repeatable
     * migrations, which are written for the latest schema only.
     *
     * @throws org.flywaydb.core.api.FlywayException when the product has no such version, or the database is newer
     */
    public void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(MigrationVersion.fromVersion(version))
                .repeatableSqlMigrationPrefix("none")
                .ignoreMigrationPatterns("repeatable:missing")
                .load()
                .migrate();
    }

    /** The version of the database's schema; empty where the product never ran. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::getVersion);
    }

    /** Whether nothing is left to migrate. */
    public boolean isCurrent() {
        return flyway.info().pending().length == 0;
    }

    /**
     * Compares what was run on the database with what the product holds; what is yet to run is no difference.
     *
     * @throws org.flywaydb.core.api.FlywayException when the database is newer than the product, or was changed
     */
    public void validate() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .ignoreMigrationPatterns("*:pending")
                .load()
                .validate();
    }

    /** Whether this product can read rows that were written under a version. */
    public boolean knows(String version) {
        var wanted = MigrationVersion.fromVersion(version);
        return Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState().isResolved() && wanted.equals(migration.getVersion()));
    }

    /** Whether the database's schema is later than a version. */
    public boolean isPast(String version) {
        return version()
                .map(MigrationVersion::fromVersion)
                .filter(current -> current.isNewerThan(version))
                .isPresent();
    }
}
