package org.otklik.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The data folder of one PostgreSQL server, and the commands that create, start and stop it. */
final class PostgresCluster {
    /** The role that only this package uses, to create databases. */
    static final String ADMIN = "postgres";

    /** The role and the database of the product. The role is no superuser: what a statement could reach ends at the database. */
    static final String OTKLIK = "otklik";

    private static final Pattern FAILURE = Pattern.compile("(?m)^.*\\b(?:FATAL|PANIC|ERROR|error):\\s*(.*)$");

    private final Path programs;
    private final Path folder;
    private final Durability durability;

    PostgresCluster(Path programs, Path folder, Durability durability) {
        this.programs = programs;
        this.folder = folder;
        this.durability = durability;
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /** What tells this folder from another one at the same place. */
    Object identity() throws IOException {
        return Files.getAttribute(folder, "unix:ino");
    }

    boolean isRunning() throws IOException {
        return Postmaster.of(folder).isPresent();
    }

    String majorVersion() throws IOException {
        return Files.readString(folder.resolve("PG_VERSION")).strip();
    }

    /** Makes the folder, the role and the database beside their place and renames, so that a folder that exists is whole. */
    void create(String password) throws IOException {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        Folders.delete(fresh);
        Files.createDirectory(fresh);
        var account = PostgresAccount.of(fresh);
        var initdb = new ArrayList<>(List.of(
                program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + ADMIN,
                "--encoding=UTF8",
                // The C library's locale serves the text search and pg_trgm, the built-in one all else.
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=reject",
                "--no-instructions"));
        if (durability == Durability.THROWAWAY) {
            initdb.add("--no-sync");
        }
        run(account, initdb, "");
        Files.writeString(
                fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256" + System.lineSeparator());
        // Before the server listens: there is no moment at which it would let in somebody without a password.
        run(account, List.of(program("postgres"), "--single", "-D", fresh.toString(), "postgres"), """
                ALTER ROLE %1$s PASSWORD '%3$s'
                CREATE ROLE %2$s LOGIN PASSWORD '%3$s'
                CREATE DATABASE %2$s OWNER %2$s
                """.formatted(
                        ADMIN, OTKLIK, password));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns when the server accepts connections, which after a crash is when it has read its log again. */
    void start(int port) throws IOException {
        var log = folder.resolve("server.log");
        Files.deleteIfExists(log);
        Postmaster.bury(folder);
        try {
            pgCtl("start", "--wait", "--timeout=600", "--log=" + log, "--options=" + options(port));
        } catch (IOException e) {
            var told = Files.exists(log) ? Files.readString(log) : "";
            throw new IOException(lastFailure(told, String.valueOf(e.getMessage())), e);
        }
    }

    /** Open transactions are rolled back, committed ones are written to their tables; then the server ends. */
    void stop() throws IOException {
        var mode = durability == Durability.THROWAWAY ? "immediate" : "fast";
        pgCtl("stop", "--wait", "--timeout=60", "--mode=" + mode);
    }

    private void pgCtl(String verb, String... options) throws IOException {
        var command = new ArrayList<>(List.of(program("pg_ctl"), verb, "--silent", "--pgdata=" + folder));
        command.addAll(List.of(options));
        run(PostgresAccount.of(folder), command, "");
    }

    private String options(int port) {
        var settings = new TreeMap<String, String>(Map.of(
                "listen_addresses", "127.0.0.1",
                "port", String.valueOf(port),
                "unix_socket_directories", "",
                "timezone", "UTC",
                "jit", "off",
                // Statements and details hold what people wrote; a log is no place for it.
                "log_min_error_statement", "panic",
                "log_error_verbosity", "terse"));
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(setting, durability == Durability.THROWAWAY ? "off" : "on");
        }
        var line = new StringBuilder();
        settings.forEach((name, value) ->
                line.append("-c ").append(name).append('=').append(value).append(' '));
        return line.toString().strip();
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void run(PostgresAccount account, List<String> command, String input) throws IOException {
        // A file and not a pipe: the server that pg_ctl leaves running would hold a pipe open.
        var output = Files.createTempFile(folder.toAbsolutePath().getParent(), "postgres", ".out");
        try {
            var builder = new ProcessBuilder(account.command(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            int status = process.waitFor();
            var told = Files.readString(output);
            // postgres --single ends well whatever its statements did.
            if (status != 0 || FAILURE.matcher(told).find()) {
                throw new IOException(lastFailure(told, command.getFirst() + " ended with status " + status));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + command.getFirst(), e);
        } finally {
            Files.delete(output);
        }
    }

    private static String lastFailure(String told, String otherwise) {
        return FAILURE.matcher(told)
                .results()
                .map(result -> result.group(1).strip())
                .reduce((earlier, later) -> later)
                .orElse(otherwise);
    }
}
