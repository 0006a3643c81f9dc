package org.otklik.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** A way to a database that breaks at a chosen moment: after a commit, before anybody heard of it. */
public final class BreakableWire implements AutoCloseable {
    /** The server's answer to a commit: CommandComplete, PostgreSQL 18 §54.7. */
    private static final String COMMITTED = "COMMIT\0";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean isBreaking = new AtomicBoolean();
    private final DatabaseAddress database;
    private final URI server;
    private final int port;

    public BreakableWire(DatabaseAddress database) {
        this.database = database;
        this.server = URI.create(database.url().substring("jdbc:".length()));
        this.port = await(vertx.createNetServer()
                .connectHandler(this::connect)
                .listen(0, "127.0.0.1")
                .map(NetServer::actualPort));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** Where the database seems to be. */
    public DatabaseAddress address() {
        var url = "jdbc:postgresql://127.0.0.1:" + port + server.getPath();
        return new DatabaseAddress(url, database.user(), database.password());
    }

    public void breakAtNextCommit() {
        isBreaking.set(true);
    }

    private void connect(NetSocket client) {
        client.pause();
        vertx.createNetClient().connect(server.getPort(), server.getHost()).onSuccess(postgres -> {
            client.handler(postgres::write);
            client.closeHandler(closed -> postgres.close());
            postgres.handler(answer -> pass(answer, client));
            postgres.closeHandler(closed -> client.close());
            client.resume();
        });
    }

    private void pass(Buffer answer, NetSocket client) {
        boolean isCommit = answer.toString(StandardCharsets.ISO_8859_1).contains(COMMITTED);
        if (isCommit && isBreaking.getAndSet(false)) {
            client.close();
        } else {
            client.write(answer);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
