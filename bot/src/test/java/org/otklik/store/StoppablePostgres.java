package org.otklik.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.otklik.config.Release;
import org.otklik.migrations.Migrator;

/** A server of its own that a test may stop and start again where it was. */
public final class StoppablePostgres implements AutoCloseable {
    private final LocalPostgres server;
    private final PostgresCluster cluster;
    private final Path folder;

    private StoppablePostgres(LocalPostgres server, PostgresCluster cluster, Path folder) {
        this.server = server;
        this.cluster = cluster;
        this.folder = folder;
    }

    /** @param folder an empty one, which the test deletes */
    public static StoppablePostgres start(Path folder) throws IOException {
        var data = TestPrograms.lendTo(folder);
        var server = LocalPostgres.start(data, Durability.DURABLE);
        new Migrator(server.address().dataSource()).migrate();
        var programs = data.resolve("postgresql-" + Release.current().postgresql());
        var cluster = new PostgresCluster(programs, data.resolve("postgres"), Durability.DURABLE);
        return new StoppablePostgres(server, cluster, data.resolve("postgres"));
    }

    public DatabaseAddress address() {
        return server.address();
    }

    /** Ends every connection in the middle of what it does. */
    public void stop() throws IOException {
        cluster.stop();
    }

    /** Waits until the server's guard has noticed that it is gone, and started it again on its port. */
    public void awaitStarted() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Postmaster.of(folder).filter(Postmaster::isReady).isPresent());
    }

    @Override
    public void close() {
        server.close();
    }
}
