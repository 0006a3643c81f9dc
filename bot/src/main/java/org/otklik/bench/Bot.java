package org.otklik.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.otklik.store.Durability;
import org.otklik.store.LocalPostgres;

/** The whole product in a process of its own, with the class path and the start-up cache of this one, that can be killed. */
final class Bot implements AutoCloseable {
    private static final String MAIN = "org.otklik.Main";
    private static final long PATIENCE_SECONDS = 60;
    private static final int LINES = 40;

    private final Path folder;
    private final List<String> options;
    private final Map<String, String> settings;
    private final int port;
    private @Nullable Process process;

    /**
     * @param folder where it starts, and where it keeps its data and its log
     * @param options of the JVM
     * @param settings environment variables, besides those for the folder and the port
     */
    Bot(Path folder, List<String> options, Map<String, String> settings) {
        this.folder = folder;
        this.options = List.copyOf(options);
        this.settings = Map.copyOf(settings);
        this.port = freePort();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Begins to start, and returns at once. */
    void start() {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:AOTCache="))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "run",
                "--demo"));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log().toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("OTKLIK_"));
        environment.put("OTKLIK_DATA", data().toString());
        environment.put("OTKLIK_HTTP_PORT", String.valueOf(port));
        environment.put("OTKLIK_BACKUP_ENABLED", "false");
        environment.putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code kill -9} does: nothing of the process runs any more when this returns. */
    void kill() {
        end(running().destroyForcibly());
    }

    long pid() {
        return running().pid();
    }

    /** The last lines of what it said, for whoever has to find out why it did not do what it should. */
    String lastWords() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "it said nothing: " + e.getMessage();
        }
    }

    private Path log() {
        return folder.resolve("bot.log");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the bot was not started");
        }
        return process;
    }

    private static void end(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the bot does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bot ended", e);
        }
    }

    /** Stops it and its database in order. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            process.destroy();
            end(process);
        } else if (Files.exists(data())) {
            // One that was killed has left its server behind.
            LocalPostgres.start(data(), Durability.DURABLE).close();
        }
    }
}
