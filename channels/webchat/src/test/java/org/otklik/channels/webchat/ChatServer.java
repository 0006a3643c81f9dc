package org.otklik.channels.webchat;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.otklik.channels.RecordingHost;

/** The chat on a real HTTP server, which is set up as the bot sets up its own. */
final class ChatServer implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-20T11:30:00Z"), ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong nanos = new AtomicLong();
    /** Held here: Vert.x closes the connections of a client that nobody refers to. */
    private final WebSocketClient sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
            .setMaxConnections(1000)
            .setMaxFrameSize(1 << 22)
            .setMaxMessageSize(1 << 23));

    private final Router router = Router.router(vertx);
    private final RecordingHost host = new RecordingHost(vertx, router, CLOCK);
    private final WebChatSettings settings;
    private WebChatChannel channel;
    private HttpServer server;
    private int port;

    ChatServer(WebChatSettings settings) {
        this.settings = settings;
        channel = opened();
        server = listen(0);
        port = server.actualPort();
    }

    private WebChatChannel opened() {
        var made = new WebChatChannel(settings, host, meter());
        made.start();
        return made;
    }

    private HttpServer listen(int port) {
        var options = new HttpServerOptions()
                .setMaxWebSocketFrameSize(SocketRoute.MAX_FRAME_BYTES)
                .setMaxWebSocketMessageSize(SocketRoute.MAX_FRAME_BYTES)
                .setCompressionSupported(true);
        return await(vertx.createHttpServer(options).requestHandler(router).listen(port, "127.0.0.1"));
    }

    /** Breaks off all connections; what the host has stored stays. */
    void stop() {
        await(server.close());
        channel.close();
        router.clear();
    }

    /** Comes back on the same port. */
    void startAgain() {
        channel = opened();
        server = listen(port);
    }

    private TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    WebSocketClient sockets() {
        return sockets;
    }

    RecordingHost host() {
        return host;
    }

    WebChatChannel channel() {
        return channel;
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** Lets time go by, for limits. */
    void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        channel.close();
        await(vertx.close());
    }
}
