package org.otklik.channels.telegram.outgoing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast messages may go out (core.telegram.org/bots/faq, "My bot is hitting limits"): so many a second in all, one a second to a chat, so many
 * a minute to a group. Chats wait beside each other, so that none starves.
 */
final class SendLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Above this many chats, those that are quiet are forgotten. */
    private static final int MANY = 2_000;

    private final Window all;
    private final int inGroups;
    private final Map<Long, Window> chats = new ConcurrentHashMap<>();
    private final Map<Long, Window> groups = new ConcurrentHashMap<>();

    SendLimits(int aSecond, int aMinuteInGroups) {
        this.all = new Window(aSecond, SECOND);
        this.inGroups = aMinuteInGroups;
    }

    /** The leave to send one message. */
    interface Leave {
        /** Says that it is sent, or has failed. */
        void end();
    }

    /**
     * Waits for leave.
     *
     * @param until in ticks of {@link System#nanoTime}
     * @throws NoLeave when it does not come by then
     */
    Leave await(long chat, long until) throws NoLeave, InterruptedException {
        var own = window(chats, chat, 1, SECOND);
        // Groups have negative numbers.
        var windows = chat < 0 ? List.of(own, window(groups, chat, inGroups, MINUTE), all) : List.of(own, all);
        int entered = 0;
        try {
            for (var window : windows) {
                if (!window.enter(until)) {
                    throw new NoLeave();
                }
                entered++;
            }
            return () -> windows.forEach(Window::leave);
        } finally {
            if (entered < windows.size()) {
                windows.subList(0, entered).forEach(Window::leave);
            }
        }
    }

    /** The limits allow nothing for longer than it makes sense to wait. */
    static final class NoLeave extends Exception {
        NoLeave() {
            super("the limits allow nothing yet");
        }
    }

    private static Window window(Map<Long, Window> windows, long chat, int most, Duration period) {
        if (windows.size() > MANY) {
            windows.values().removeIf(Window::isIdle);
        }
        return windows.computeIfAbsent(chat, any -> new Window(most, period));
    }
}
