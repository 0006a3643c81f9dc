package org.otklik.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.otklik.config.Release;
import org.otklik.migrations.Migrator;

/** A server that nobody looks after, as a PostgreSQL on another machine: a test may stop it and start it again where it was. */
public final class ForeignPostgres implements AutoCloseable {
    private static final String PASSWORD = "secret";

    private final PostgresCluster cluster;
    private final int port;

    private ForeignPostgres(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /** @param folder an empty one, which the test deletes */
    public static ForeignPostgres start(Path folder) throws IOException {
        var data = TestPrograms.lendTo(folder);
        var programs = data.resolve("postgresql-" + Release.current().postgresql());
        var cluster = new PostgresCluster(programs, data.resolve("postgres"), Durability.DURABLE);
        cluster.create(PASSWORD);
        var server = new ForeignPostgres(cluster, freePort());
        server.startAgain();
        new Migrator(server.address().dataSource()).migrate();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public DatabaseAddress address() {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + PostgresCluster.OTKLIK;
        return new DatabaseAddress(url, PostgresCluster.OTKLIK, PASSWORD);
    }

    /** Ends every connection in the middle of what it does. */
    public void stop() throws IOException {
        cluster.stop();
    }

    public void startAgain() throws IOException {
        cluster.start(port);
    }

    @Override
    public void close() throws IOException {
        if (cluster.isRunning()) {
            cluster.stop();
        }
    }
}
