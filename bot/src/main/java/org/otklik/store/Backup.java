package org.otklik.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.otklik.config.Release;
import org.postgresql.PGConnection;

/**
 * Copies everything into a folder while the bot runs: each table by COPY, all as of one moment, and the files that people sent.
 * It needs no pg_dump, so it works wherever the product does, and what it writes can be read by any later version of PostgreSQL.
 */
public final class Backup {
    private final DatabaseAddress database;
    private final Path files;
    private final Clock clock;

    /** @param files the folder of the files that people sent; need not exist */
    public Backup(DatabaseAddress database, Path files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Writes beside the folder and renames at the end, so that a folder that exists is a whole backup.
     *
     * @param folder is created; may exist if it is empty
     * @throws BackupFailed when the folder holds something, the disk is full or the database is down
     */
    public BackupContents write(Path folder) {
        var target = folder.toAbsolutePath().normalize();
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (!Folders.isEmpty(target)) {
                throw new BackupFailed(target + " is not empty; a backup wants a folder of its own");
            }
            Folders.delete(part);
            Files.createDirectories(part.getParent());
            // Names, letters and gifts of people: for nobody else's eyes.
            Files.createDirectory(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectory(part.resolve("tables"));
            var contents = copy(part);
            contents.write(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (IOException | SQLException e) {
            throw new BackupFailed("the backup to " + target + " failed: " + e.getMessage(), e);
        } finally {
            Folders.deleteIfPossible(part);
        }
    }

    private BackupContents copy(Path folder) throws SQLException, IOException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var schema = schema(connection);
            var tables = new ArrayList<BackupContents.Table>();
            for (var table : StoredTable.all(connection)) {
                tables.add(copy(connection, table, folder));
            }
            // After the tables: a file is stored before the row that names it.
            int count = Zip.pack(files, BackupContents.filesOf(folder));
            return new BackupContents(
                    Release.current().product(),
                    schema,
                    clock.instant().toString(),
                    List.copyOf(tables),
                    sequences(connection),
                    count);
        }
    }

    private static BackupContents.Table copy(Connection connection, StoredTable table, Path folder)
            throws SQLException, IOException {
        var written = new BackupContents.Table(table.name(), table.columns(), 0);
        try (var out = new GZIPOutputStream(Files.newOutputStream(written.file(folder)), 1 << 16)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY " + StoredTable.quoted(table.name(), table.columns()) + " TO STDOUT", out);
            return new BackupContents.Table(table.name(), table.columns(), rows);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var exists = statement.executeQuery("SELECT to_regclass('public.flyway_schema_history') IS NOT NULL");
            if (!exists.next() || !exists.getBoolean(1)) {
                throw new BackupFailed("there is nothing to back up: the database has no tables of Otklik");
            }
            var version = statement.executeQuery("""
                    SELECT version FROM flyway_schema_history
                    WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""");
            version.next();
            return version.getString(1);
        }
    }

    private static Map<String, Long> sequences(Connection connection) throws SQLException {
        var sequences = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sequencename, last_value FROM pg_sequences"
                        + " WHERE schemaname = 'public' AND last_value IS NOT NULL")) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sequences;
    }
}
