package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.otklik.store.DatabaseAddress;

/** PostgreSQL's own benchmark: how many small transactions this machine can commit in a second. */
final class Pgbench {
    private static final String PROGRAM = "pgbench";
    private static final int SCALE = 10;
    private static final Pattern RESULT = Pattern.compile("tps = ([0-9.]+)");

    private final DatabaseAddress database;

    /** @param database an empty one, for its tables */
    Pgbench(DatabaseAddress database) {
        this.database = database;
    }

    void fill() {
        run(List.of("--initialize", "--quiet", "--scale=" + SCALE));
    }

    /** @return transactions committed in a second, of the kind that changes one row, reads one and adds one */
    double commitsPerSecond(int clients, Duration time) {
        var told = run(List.of(
                "--skip-some-updates",
                "--no-vacuum",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + time.toSeconds()));
        var result = RESULT.matcher(told);
        if (!result.find()) {
            throw new IllegalStateException("pgbench told no result: " + told);
        }
        return Double.parseDouble(result.group(1));
    }

    private String run(List<String> options) {
        var server = URI.create(database.url().substring("jdbc:".length()));
        var command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(options);
        Collections.addAll(
                command,
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--username=" + database.user(),
                server.getPath().substring(1));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        try {
            var process = start(builder);
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + told.strip());
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pgbench ran", e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MissingProgram("pgbench was not found (Debian: apt-get install postgresql-contrib)", e);
        }
    }
}
