package org.otklik.conversation;

/** What happens in a turn. Runs inside its transaction, so it must not touch the network. */
public interface TurnHandler {
    /** Understands the message, writes records and says the reply. */
    void handle(Turn turn);

    /** Called in a transaction of its own, once a message has failed for the last time: tells a person and the sender. */
    void giveUp(Turn turn);
}
