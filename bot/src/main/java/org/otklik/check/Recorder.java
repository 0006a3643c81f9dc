package org.otklik.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.channels.Address;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;

/** A channel that keeps what it is given to send. Safe for threads. */
final class Recorder implements Channel {
    private final Medium medium;
    private final List<OutboundMessage> sent = new ArrayList<>();
    private final Set<Address> blocked = new HashSet<>();

    Recorder(Medium medium) {
        this.medium = medium;
    }

    /** Forgets everything. */
    synchronized void clear() {
        sent.clear();
        blocked.clear();
    }

    /** From now on sending to an address is refused, or works again. */
    synchronized void block(Address address, boolean isBlocked) {
        if (isBlocked) {
            blocked.add(address);
        } else {
            blocked.remove(address);
        }
    }

    /** All that was sent, in the order in which it was said. */
    synchronized List<OutboundMessage> sent() {
        return sent.stream()
                .sorted(Comparator.comparingLong(OutboundMessage::id))
                .toList();
    }

    /** The number by which an answer names a message of the organisation; of a letter, its Message-ID. */
    static String externalId(OutboundMessage message) {
        return "otklik-" + message.id() + "@" + message.to().account().replaceFirst(".*@", "");
    }

    @Override
    public synchronized Delivery send(OutboundMessage message) {
        if (blocked.contains(message.to())) {
            return new Delivery.Blocked("Forbidden: bot was blocked by the user");
        }
        sent.add(message);
        return new Delivery.Sent(Optional.of(externalId(message)));
    }

    @Override
    public Capabilities capabilities() {
        return medium.capabilities();
    }

    @Override
    public ChannelHealth health() {
        return new ChannelHealth(true, "records");
    }

    @Override
    public void start() {
        // Nothing comes by itself.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
