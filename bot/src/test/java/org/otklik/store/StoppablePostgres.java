package org.otklik.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.otklik.migrations.Migrator;

/** A server of its own that a test may stop and start again where it was. */
public final class StoppablePostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalPostgres server;
    private final Path folder;

    private StoppablePostgres(LocalPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** @param folder an empty one, which the test deletes */
    public static StoppablePostgres start(Path folder) throws IOException {
        var data = TestPrograms.lendTo(folder);
        var server = LocalPostgres.start(data, Durability.DURABLE);
        new Migrator(server.address().dataSource()).migrate();
        return new StoppablePostgres(server, data.resolve("postgres"));
    }

    public DatabaseAddress address() {
        return server.address();
    }

    /**
     * Ends every connection in the middle of what it does. Not by pg_ctl: it waits until no server is there, and the guard has the
     * next one running within a moment.
     */
    public void stop() throws IOException, InterruptedException {
        var running = Postmaster.of(folder).orElseThrow().process();
        // PostgreSQL's fast shutdown.
        new ProcessBuilder("kill", "-INT", String.valueOf(running.pid()))
                .inheritIO()
                .start()
                .waitFor();
        await().atMost(PATIENCE)
                .until(() -> Postmaster.of(folder)
                        .filter(server -> server.process().equals(running))
                        .isEmpty());
    }

    /** Waits until the server's guard has noticed that it is gone, and started it again on its port. */
    public void awaitStarted() {
        await().atMost(PATIENCE)
                .until(() -> Postmaster.of(folder).filter(Postmaster::isReady).isPresent());
    }

    @Override
    public void close() {
        server.close();
    }
}
