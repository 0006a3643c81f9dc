package org.otklik.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.otklik.migrations.Migrator;

/**
 * Databases for tests: one server for all tests of the JVM, without fsync, and a fresh copy of the migrated schema for whoever
 * asks.
 */
public final class TestDatabase {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        private static final Path DATA = data();
        private static final LocalPostgres POSTGRES = start();

        private static Path data() {
            try {
                return TestPrograms.lendTo(Files.createTempDirectory("otklik-test"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static LocalPostgres start() {
            var server = LocalPostgres.start(DATA, Durability.THROWAWAY);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, DATA)));
            new Migrator(server.address().dataSource()).migrate();
            return server;
        }
    }

    private static void stop(LocalPostgres server, Path data) {
        server.close();
        try {
            // By a program that nobody waits for: a process that ends has no time to delete the files of a hundred
            // databases.
            new ProcessBuilder("rm", "-rf", data.toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a fresh database is, with the schema of the product and no rows. */
    public static DatabaseAddress fresh() {
        synchronized (Server.POSTGRES) {
            return Server.POSTGRES.copy("test_" + NUMBERS.incrementAndGet());
        }
    }

    /** The data folder of the running server, as an installation has one. */
    public static Path folder() {
        return Server.DATA;
    }

    /** A pool on a fresh database. */
    public static Database open() {
        return new Database(fresh(), 8);
    }
}
