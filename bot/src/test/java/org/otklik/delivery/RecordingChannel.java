package org.otklik.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;

/** A channel without a wire: remembers what it was told to send, and answers as a test says. */
public final class RecordingChannel implements Channel {
    private final Capabilities capabilities;
    private final List<OutboundMessage> messages = new CopyOnWriteArrayList<>();
    private volatile Function<OutboundMessage, Delivery> wire = message -> new Delivery.Sent();

    private RecordingChannel(boolean attached) {
        this.capabilities = new Capabilities(true, true, attached, 4_000, false);
    }

    public static RecordingChannel reachingAnybody() {
        return new RecordingChannel(false);
    }

    /** Like web chat: sends only to who is connected. */
    static RecordingChannel reachingTheConnected() {
        return new RecordingChannel(true);
    }

    void answer(Function<OutboundMessage, Delivery> next) {
        wire = next;
    }

    /** What it was told to send, in the order in which that began. */
    public List<OutboundMessage> messages() {
        return List.copyOf(messages);
    }

    List<String> texts() {
        return messages.stream().map(OutboundMessage::text).toList();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public void start() {}

    @Override
    public Delivery send(OutboundMessage message) {
        messages.add(message);
        return wire.apply(message);
    }

    @Override
    public ChannelHealth health() {
        return new ChannelHealth(true, "");
    }

    @Override
    public void close() {}
}
