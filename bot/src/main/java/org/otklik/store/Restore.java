package org.otklik.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.api.FlywayException;
import org.otklik.migrations.Migrator;
import org.postgresql.PGConnection;

/**
 * Reads a backup into an empty database. The schema is brought to the version that the rows are of, the rows are read in one
 * transaction, and then the schema is brought to this version of the product.
 *
 * <p>Foreign keys are dropped for the while and made again at the end, which checks them all: tables refer to each other in
 * circles, and what a superuser could switch off an external database does not let us.
 */
public final class Restore {
    /** Whatever people wrote or did leaves a row in one of these. Others have rows as soon as Otklik has run once. */
    private static final Set<String> RECORDS = Set.of("change", "contact", "conversation", "message");

    private final DatabaseAddress database;
    private final Path files;
    private final Migrator migrator;

    private record ForeignKey(String table, String name, String definition) {}

    /** @param files the folder for the files that people sent; may not hold any yet */
    public Restore(DatabaseAddress database, Path files) {
        this.database = database;
        this.files = files.toAbsolutePath().normalize();
        this.migrator = new Migrator(database.dataSource());
    }

    /**
     * All or nothing: after a failure the database holds no records, and the restore can be tried again.
     *
     * @throws BackupFailed when the database or the folder of files is not empty, the backup is damaged or of a newer version
     */
    public BackupContents read(Path folder) {
        var contents = BackupContents.read(folder);
        var unpacked = files.resolveSibling(files.getFileName() + ".restored");
        try {
            checkThatItFits(contents);
            Folders.delete(unpacked);
            if (Zip.unpack(BackupContents.filesOf(folder), unpacked) != contents.files()) {
                throw new BackupFailed("the backup is damaged: it does not hold " + contents.files() + " files");
            }
            migrator.migrateTo(contents.schema());
            readRows(contents, folder);
            Folders.delete(files);
            Files.move(unpacked, files, StandardCopyOption.ATOMIC_MOVE);
            migrator.migrate();
            return contents;
        } catch (IOException | SQLException | FlywayException e) {
            throw new BackupFailed("the restore from " + folder + " failed: " + e.getMessage(), e);
        } finally {
            Folders.deleteIfPossible(unpacked);
        }
    }

    private void checkThatItFits(BackupContents contents) throws SQLException, IOException {
        if (!migrator.knows(contents.schema())) {
            throw new BackupFailed("the backup was written by Otklik " + contents.product()
                    + ", which is newer than this one; restore it with that version or a later one");
        }
        if (migrator.isPast(contents.schema())) {
            throw new BackupFailed("a newer Otklik than the one of the backup (" + contents.product()
                    + ") has already prepared the database; restore into one in which Otklik never ran");
        }
        if (!Folders.isEmpty(files)) {
            throw new BackupFailed(files + " is not empty; move it away first");
        }
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var table : StoredTable.all(connection)) {
                if (RECORDS.contains(table.name()) && hasRows(statement, table)) {
                    throw new BackupFailed("the database is not empty (" + table.name()
                            + " has rows); restore into an empty one, for instance with a new data folder");
                }
            }
        }
    }

    private static boolean hasRows(Statement statement, StoredTable table) throws SQLException {
        try (var rows =
                statement.executeQuery("SELECT EXISTS (SELECT FROM " + StoredTable.quoted(table.name()) + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void readRows(BackupContents contents, Path folder) throws SQLException, IOException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var tables = StoredTable.all(connection).stream()
                    .map(table -> StoredTable.quoted(table.name()))
                    .toList();
            var keys = foreignKeys(statement);
            for (var key : keys) {
                statement.execute("ALTER TABLE " + key.table() + " DROP CONSTRAINT " + key.name());
            }
            // A migration may have brought rows, and the backup has them too.
            statement.execute("TRUNCATE " + String.join(", ", tables));
            for (var table : tables) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            }
            for (var table : contents.tables()) {
                readRows(connection, table, folder);
            }
            for (var table : tables) {
                statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
            for (var key : keys) {
                statement.execute(
                        "ALTER TABLE " + key.table() + " ADD CONSTRAINT " + key.name() + " " + key.definition());
            }
            continueSequences(connection, contents);
            connection.commit();
        }
    }

    private static void readRows(Connection connection, BackupContents.Table table, Path folder)
            throws SQLException, IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(table.file(folder)), 1 << 16)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + StoredTable.quoted(table.name(), table.columns()) + " FROM STDIN", in);
            if (rows != table.rows()) {
                throw new BackupFailed("the backup is damaged: %s has %d rows instead of %d"
                        .formatted(table.name(), rows, table.rows()));
            }
        }
    }

    private static List<ForeignKey> foreignKeys(Statement statement) throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var rows = statement.executeQuery("""
                SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY oid""")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    private static void continueSequences(Connection connection, BackupContents contents) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
            for (var sequence : contents.sequences().entrySet()) {
                statement.setString(1, "public." + StoredTable.quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }
}
