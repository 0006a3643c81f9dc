package org.otklik.channels;

/** A medium that people write through, connected. */
public interface Channel extends AutoCloseable {
    Capabilities capabilities();

    /** Starts to receive. Returns at once. */
    void start();

    /**
     * Sends one message and waits for the other side's answer, for less than the lease of a send (60 s). Called on virtual
     * threads: the messages of a conversation one at a time and in order, those of others beside them.
     */
    Delivery send(OutboundMessage message);

    /** Says in the operator's words whether the channel works. */
    ChannelHealth health();

    /** Stops receiving and lets go of connections. */
    @Override
    void close();
}
