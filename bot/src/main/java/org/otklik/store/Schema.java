package org.otklik.store;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.otklik.migrations.Migrator;

/** The tables of a database, as this version of the product needs them. */
public final class Schema {
    private final DatabaseAddress database;

    public Schema(DatabaseAddress database) {
        this.database = database;
    }

    /**
     * Brings the tables up to date.
     *
     * @throws DatabaseUnavailable when the server refuses us, or holds tables of a newer product
     */
    public void update() {
        // The driver says in one line what is wrong, the migrations on a page.
        try (var connection = database.connect()) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "can't use the database " + database + ": " + e.getMessage() + "; to find out more: otklik doctor",
                    e);
        }
        try {
            new Migrator(database.dataSource()).migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "can't bring the tables of " + database + " up to date: " + e.getMessage(), e);
        }
    }
}
