package org.otklik.channels.webchat;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.otklik.channels.Address;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelContract.Wire;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.RecordingHost;

/** A visitor, as the contract of channels drives one. */
record ChatWire(ChatServer server, ChatClient client) implements Wire {
    @Override
    public RecordingHost host() {
        return server.host();
    }

    @Override
    public Channel channel() {
        return server.channel();
    }

    @Override
    public void says(String id, String text) {
        client.say(id, text);
    }

    @Override
    public void presses(String id, OutboundMessage message, int button) {
        client.send(new JsonObject()
                .put("type", "press")
                .put("id", id)
                .put("message", message.id())
                .put("button", button));
    }

    @Override
    public void awaitAcknowledged(String id) {
        client.ack(id);
    }

    @Override
    public void awaitNotAcknowledged(String id) {
        client.nack(id);
    }

    @Override
    public void awaitReceived(String text) {
        await(text).until(() -> client.replies().contains(text));
    }

    @Override
    public List<String> received() {
        return client.replies();
    }

    @Override
    public Address address() {
        return server.host().accepted().getFirst().from();
    }
}
