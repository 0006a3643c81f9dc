package org.otklik.host;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one HTTP server of a node; features and channels mount their routes on it. */
public final class WebServer implements AutoCloseable {
    private static final int MAX_FRAME = 64 * 1024;
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Router routes;
    private final HttpServer server;

    public WebServer(Vertx vertx) {
        this.vertx = vertx;
        this.routes = Router.router(vertx);
        var options = new HttpServerOptions()
                .setMaxWebSocketFrameSize(MAX_FRAME)
                .setMaxWebSocketMessageSize(MAX_FRAME)
                // Compression would keep some 300 kB outside the heap for each socket, idle or not.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxFormAttributeSize(MAX_FRAME)
                .setCompressionSupported(true)
                .setHandle100ContinueAutomatically(true);
        this.server = vertx.createHttpServer(options);
    }

    public Router routes() {
        return routes;
    }

    /**
     * Listens.
     *
     * @param port 0 takes any free one
     * @return the port
     * @throws CannotListen when the port is taken or not allowed
     */
    public int listen(String host, int port) {
        try {
            return server.requestHandler(routes)
                    .listen(port, host)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .actualPort();
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotListen(
                    "can't listen on " + host + ":" + port + ": " + rootOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotListen("interrupted before listening on " + host + ":" + port, e);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
