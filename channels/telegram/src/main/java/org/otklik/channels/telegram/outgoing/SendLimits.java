package org.otklik.channels.telegram.outgoing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast messages may go out (core.telegram.org/bots/faq, "My bot is hitting limits"): so many a second in all, one a second to a chat, so many
 * a minute to a group. Chats wait beside each other, so that none starves.
 */
final class SendLimits {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Longer than the limit of a chat holds up one message behind another. */
    private static final Duration MOMENT = Duration.ofMillis(1_500);

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
     * Waits for leave: for the limit of all chats as long as may be, for that of one chat only a moment, so that others need not wait with it.
     *
     * @param until in ticks of {@link System#nanoTime}
     * @throws NoLeave when it does not come by then
     */
    Leave await(long chat, long until) throws NoLeave, InterruptedException {
        long soon = Math.min(until, System.nanoTime() + MOMENT.toNanos());
        var entered = new ArrayList<Window>();
        try {
            enter(expected(chats, chat, 1, SECOND), soon, entered);
            // Groups have negative numbers.
            if (chat < 0) {
                enter(expected(groups, chat, inGroups, MINUTE), soon, entered);
            }
            enter(all.expect(), until, entered);
        } catch (NoLeave | InterruptedException e) {
            entered.forEach(Window::leave);
            throw e;
        }
        return () -> entered.forEach(Window::leave);
    }

    private static void enter(Window window, long until, List<Window> entered) throws NoLeave, InterruptedException {
        if (!window.enter(until)) {
            throw new NoLeave(window.untilNext());
        }
        entered.add(window);
    }

    /** The limits allow nothing for longer than it makes sense to wait. */
    static final class NoLeave extends Exception {
        private final Duration untilNext;

        NoLeave(Duration untilNext) {
            super("the limits allow nothing yet");
            this.untilNext = untilNext;
        }

        /** When it makes sense to ask again. */
        Duration untilNext() {
            return untilNext;
        }
    }

    private static Window expected(Map<Long, Window> windows, long chat, int most, Duration period) {
        if (windows.size() > MANY) {
            windows.keySet()
                    .forEach(one -> windows.computeIfPresent(one, (_, window) -> window.isIdle() ? null : window));
        }
        return windows.compute(chat, (_, window) -> (window == null ? new Window(most, period) : window).expect());
    }
}
