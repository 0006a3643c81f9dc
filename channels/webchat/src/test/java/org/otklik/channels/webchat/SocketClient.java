package org.otklik.channels.webchat;

import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;

/** A client on a WebSocket. */
final class SocketClient extends ChatClient {
    private final WebSocket socket;

    private SocketClient(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> received(new JsonObject(text)));
    }

    static SocketClient of(ChatServer server) {
        return ChatServer.await(upgrade(server, options(server).addHeader("Origin", server.origin())));
    }

    static WebSocketConnectOptions options(ChatServer server) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI("/chat/socket");
    }

    static Future<SocketClient> upgrade(ChatServer server, WebSocketConnectOptions options) {
        return server.sockets().connect(options).map(SocketClient::new);
    }

    @Override
    void sendRaw(String text) {
        var _ = socket.writeTextMessage(text);
    }

    WebSocket socket() {
        return socket;
    }

    @Override
    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    void close() {
        ChatServer.await(socket.close());
    }
}
