package org.otklik.conversation;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;

/** Somebody who writes to the bot. */
public record Visitor(Address address, AtomicInteger messages) {
    private static final Instant SENT = Instant.parse("2026-03-02T08:59:58Z");

    public static Visitor named(String name) {
        return new Visitor(new Address("webchat", "site", name), new AtomicInteger());
    }

    public InboundMessage says(String text) {
        return says(address.value() + "-" + messages.incrementAndGet(), text);
    }

    public InboundMessage says(String id, String text) {
        return InboundMessage.text(address, id, text, SENT, Buffer.buffer(text));
    }
}
