package org.otklik.conversation;

import io.vertx.core.eventbus.EventBus;

/**
 * Wakes the workers of this node over the event bus. A hint carries no fact: losing every one of them delays the bot by a poll
 * interval and nothing else.
 */
public final class Hints {
    private static final String RECEIVED = "turn.wake";
    private static final String QUEUED = "outbox.wake";

    private final EventBus bus;

    public Hints(EventBus bus) {
        this.bus = bus;
    }

    /** A message was stored. */
    public void received() {
        bus.publish(RECEIVED, "");
    }

    /** A reply was queued, or somebody who has replies waiting is connected. */
    public void queued() {
        bus.publish(QUEUED, "");
    }

    public void onReceived(Runnable wake) {
        bus.<String>localConsumer(RECEIVED, message -> wake.run());
    }

    public void onQueued(Runnable wake) {
        bus.<String>localConsumer(QUEUED, message -> wake.run());
    }
}
