package org.otklik.channels.webchat;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** The chat on a WebSocket: one text message is one frame. */
final class SocketRoute {
    static final int MAX_FRAME_BYTES = 64 * 1024;

    private final Connections connections;
    private final Origins origins;
    private final Remotes remotes;

    SocketRoute(Connections connections, Origins origins, Remotes remotes) {
        this.connections = connections;
        this.origins = origins;
        this.remotes = remotes;
    }

    void mount(Router router) {
        router.get("/chat/socket").handler(this::upgrade);
    }

    private void upgrade(RoutingContext context) {
        var request = context.request();
        if (!request.canUpgradeToWebSocket()) {
            context.response()
                    .setStatusCode(426)
                    .putHeader("Upgrade", "websocket")
                    .end();
            return;
        }
        if (!origins.allows(request)) {
            context.response().setStatusCode(403).end();
            return;
        }
        connections
                .place(remotes.of(request))
                .ifPresentOrElse(
                        place -> request.toWebSocket()
                                .onSuccess(socket -> opened(socket, place))
                                .onFailure(e -> place.giveUp()),
                        () -> context.response().setStatusCode(429).end());
    }

    private void opened(ServerWebSocket socket, Connections.Place place) {
        var line = new SocketLine(socket);
        var connection = place.take(line);
        socket.closeHandler(v -> connections.closed(connection));
        // What fails here is the size of a frame, or of a message in many frames; to a broken line nothing can be said
        // anyway.
        socket.exceptionHandler(e -> line.close(Closing.TOO_BIG));
        socket.binaryMessageHandler(bytes -> connections.receive(connection, ""));
        socket.textMessageHandler(text -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > MAX_FRAME_BYTES) {
                line.close(Closing.TOO_BIG);
            } else {
                connections.receive(connection, text);
            }
        });
    }
}
