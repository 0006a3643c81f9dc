package org.otklik.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.otklik.config.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that comes with the product, for who has none. It keeps everything in the data folder: its programs,
 * the database, and the password, which only the owner of the folder can read. It listens on this machine only.
 *
 * <p>The server is a process of its own and outlives a killed JVM; the next start stops it first, so that whatever the dead
 * process had open is rolled back before anything new begins. While the JVM lives, a server that dies is started again.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final long NEEDED_BYTES = 100L << 20;
    private static final int PASSWORD_BYTES = 24;
    private static final int ATTEMPTS = 3;

    private final Optional<Started> started;
    private final int port;
    private final String password;

    private record Started(FolderLock lock, PostgresGuard guard) {}

    private LocalPostgres(Optional<Started> started, int port, String password) {
        this.started = started;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server of a data folder, and creates what is missing.
     *
     * @throws DatabaseUnavailable when another process uses the folder, another major version of PostgreSQL wrote it, or the
     *     disk refuses
     */
    public static LocalPostgres start(Path data, Durability durability) {
        var folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var lock = FolderLock.take(folder);
            try {
                return start(folder, lock, durability);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    /**
     * The server that another process runs on the data folder, or else one started here: for commands that may be given while
     * the bot runs.
     *
     * @throws DatabaseUnavailable as {@link #start} does, and while the other process is still starting
     */
    public static LocalPostgres attachOrStart(Path data) {
        var folder = data.toAbsolutePath().normalize();
        try {
            var running = FolderLock.isTaken(folder) ? Postmaster.of(cluster(folder)) : Optional.<Postmaster>empty();
            if (running.filter(Postmaster::isReady).isPresent()) {
                return new LocalPostgres(Optional.empty(), running.get().port(), password(folder));
            }
            return start(folder, Durability.DURABLE);
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private static LocalPostgres start(Path folder, FolderLock lock, Durability durability) throws IOException {
        checkDisk(folder);
        var release = Release.current();
        var programs = folder.resolve("postgresql-" + release.postgresql());
        PostgresArchive.unpack(programs);
        var cluster = new PostgresCluster(programs, cluster(folder), durability);
        var password = password(folder);
        if (!cluster.exists()) {
            LOG.info("creating the database in {}", cluster(folder));
            cluster.create(password);
        }
        if (!cluster.majorVersion().equals(release.postgresqlMajor())) {
            throw new DatabaseUnavailable(
                    "%s was written by PostgreSQL %s, and this Otklik brings %s: back up with the "
                                    .formatted(cluster(folder), cluster.majorVersion(), release.postgresqlMajor())
                            + "Otklik that wrote it, move the folder away and restore with this one");
        }
        if (cluster.isRunning()) {
            LOG.warn("stopping the database server that a killed Otklik left running");
            cluster.stop();
        }
        int port = startOnFreePort(cluster);
        PostgresArchive.deleteOthers(programs);
        return new LocalPostgres(Optional.of(new Started(lock, new PostgresGuard(cluster, port))), port, password);
    }

    /** Between choosing a port and listening, another program may take it. */
    private static int startOnFreePort(PostgresCluster cluster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                cluster.start(port);
                return port;
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("TCP/IP")) {
                    throw e;
                }
            }
        }
    }

    public DatabaseAddress address() {
        return address(PostgresCluster.OTKLIK, PostgresCluster.OTKLIK);
    }

    /**
     * Creates one more database, a copy of the product's; nobody may be connected to that one meanwhile.
     *
     * @param name letters, digits and underscores
     */
    public DatabaseAddress copy(String name) {
        try (var connection =
                        address(PostgresCluster.ADMIN, PostgresCluster.ADMIN).connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " OWNER " + PostgresCluster.OTKLIK + " TEMPLATE "
                    + PostgresCluster.OTKLIK);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("can't create the database " + name + ": " + e.getMessage(), e);
        }
        return address(name, PostgresCluster.OTKLIK);
    }

    /** Stops the server if it was started here. */
    @Override
    public void close() {
        started.ifPresent(LocalPostgres::stop);
    }

    private static void stop(Started server) {
        try {
            server.guard().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.lock().close();
        }
    }

    private DatabaseAddress address(String database, String role) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, password);
    }

    private static Path cluster(Path folder) {
        return folder.resolve("postgres");
    }

    private static String password(Path folder) throws IOException {
        var file = folder.resolve("postgres.password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        var fresh = Files.createTempFile(
                folder,
                "postgres",
                ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, password);
        Files.move(fresh, file);
        return password;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void checkDisk(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new DatabaseUnavailable("the disk of %s is full: %d MB are free, and Otklik needs %d MB to start"
                    .formatted(folder, free >> 20, NEEDED_BYTES >> 20));
        }
    }

    private static DatabaseUnavailable unavailable(Path folder, IOException e) {
        var says = switch (e) {
            case AccessDeniedException denied ->
                "no permission to write " + denied.getFile() + "; run Otklik as the owner of the folder";
            case FileSystemException failed
            when failed.getReason() != null -> failed.getFile() + ": " + failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
        return new DatabaseUnavailable("the database in " + folder + " can't start: " + says, e);
    }
}
