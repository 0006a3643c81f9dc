package org.otklik.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A running PostgreSQL server, as the file {@code postmaster.pid} in its data folder tells (the lines of it: PostgreSQL's
 * miscadmin.h).
 *
 * @param process the server's process
 * @param port where it listens; 0 while it is starting
 */
record Postmaster(ProcessHandle process, int port) {
    /** More than any Linux gives out (2^22). */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    private static final int LINE_OF_PORT = 3;
    private static final int LINE_OF_STATUS = 7;

    /** The server of a data folder; empty when none runs, though the file of a dead one may be left. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            boolean isReady = lines.size() > LINE_OF_STATUS
                    && lines.get(LINE_OF_STATUS).strip().equals("ready");
            int port = isReady ? Integer.parseInt(lines.get(LINE_OF_PORT).strip()) : 0;
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(Postmaster::isPostgres)
                    .map(process -> new Postmaster(process, port));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException | NoSuchElementException e) {
            // A full disk leaves the file empty.
            return Optional.empty();
        }
    }

    /**
     * Makes a new server accept the file of a dead one. It would refuse while the number in it is that of any process: another
     * program after a restart of the container, or the dead server itself until its parent buries it. The other lines stay, for
     * by them the new server finds out whether something still uses the old one's shared memory.
     */
    static void bury(Path cluster) throws IOException {
        var file = file(cluster);
        if (!Files.exists(file) || of(cluster).isPresent()) {
            return;
        }
        var lines = new ArrayList<>(Files.readAllLines(file));
        if (lines.isEmpty()) {
            // What a full disk leaves, which is refused as well.
            Files.delete(file);
        } else {
            lines.set(0, NOBODY);
            Files.write(file, lines);
        }
    }

    boolean isReady() {
        return port > 0;
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** After a restart of the machine, the number may belong to any other program. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
