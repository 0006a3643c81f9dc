package org.otklik.channels.webchat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.otklik.channels.ChannelContract;

/** The contract of channels, over a WebSocket. */
class WebChatChannelTest implements ChannelContract {
    private final ChatServer server = new ChatServer(TestSettings.generous());
    private final SocketClient client = SocketClient.of(server);

    @BeforeEach
    void sayHello() {
        client.hello();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    public Wire wire() {
        return new ChatWire(server, client);
    }
}
