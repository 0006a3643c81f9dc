package org.otklik.bench;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.otklik.channels.Accepted;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;

/** The visitors who are talking to the bot; for each who has said all, a new one comes. */
final class Crowd {
    private static final String CHANNEL = "webchat";
    private static final String ACCOUNT = "site";

    private final Dialogues dialogues;
    private final Clock clock;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Address, Visitor> visitors = new ConcurrentHashMap<>();

    /** Stores a message. */
    interface Door {
        Accepted accept(InboundMessage message);
    }

    Crowd(Dialogues dialogues, Clock clock) {
        this.dialogues = dialogues;
        this.clock = clock;
    }

    Visitor newcomer() {
        var address = new Address(CHANNEL, ACCOUNT, UUID.randomUUID().toString());
        var visitor = new Visitor(address, dialogues.get(numbers.getAndIncrement()));
        visitors.put(address, visitor);
        return visitor;
    }

    /** The same visitor, or a new one when everything is said. */
    Visitor next(Visitor visitor) {
        return visitor.hasMoreToSay() ? visitor : newcomer();
    }

    /**
     * Says a visitor's next line.
     *
     * @param nanos when it was to be said
     * @return how long the reply took, counted from there
     */
    CompletableFuture<Duration> say(Visitor visitor, long nanos, Door door) {
        var text = visitor.nextLine();
        var message = InboundMessage.text(
                visitor.address(),
                visitor.address().value() + ":" + visitor.said(),
                text,
                clock.instant(),
                Buffer.buffer(text));
        var reply = visitor.await(nanos);
        var accepted = door.accept(message);
        if (accepted != Accepted.STORED) {
            throw new IllegalStateException("a message was not stored: " + accepted);
        }
        return reply;
    }

    void answered(Address address) {
        var visitor = visitors.get(address);
        if (visitor != null) {
            visitor.answered(System.nanoTime());
        }
    }
}
