package org.otklik.botapi.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.otklik.botapi.limits.Violation.Limit;
import org.otklik.botapi.wire.Refusal;

/** Counts what a bot sends, and writes down what is above the limits. */
public final class Limits {
    /** What a sender can't help: two messages that it sent a second apart may arrive a little closer to each other. */
    private static final Duration JITTER = Duration.ofMillis(100);

    private final Rules rules;
    private final LongSupplier ticker;
    private final Window all;
    private final Map<Long, Window> chats = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** @param ticker in nanoseconds, as {@link System#nanoTime} */
    public Limits(Rules rules, LongSupplier ticker) {
        this.rules = rules;
        this.ticker = ticker;
        this.all = new Window(rules.perSecond(), Duration.ofSeconds(1).minus(JITTER));
    }

    /**
     * Lets messages to a chat through.
     *
     * @throws Refusal 429, when they are above a limit and the limits are enforced
     */
    public void admit(long chat, boolean isGroup, int messages) {
        long now = ticker.getAsLong();
        var own = chats.computeIfAbsent(chat, it -> window(isGroup));
        var overall = all.wait(messages, now);
        var here = own.wait(messages, now);
        note(Limit.ALL_CHATS, chat, overall);
        note(isGroup ? Limit.GROUP : Limit.PRIVATE_CHAT, chat, here);
        var wait = overall.compareTo(here) > 0 ? overall : here;
        if (rules.enforced() && wait.isPositive()) {
            throw Refusal.tooManyRequests(wait.plusSeconds(1).minusNanos(1).toSeconds());
        }
        all.take(messages, now);
        own.take(messages, now);
    }

    private Window window(boolean isGroup) {
        return isGroup
                ? new Window(rules.perGroupMinute(), Duration.ofMinutes(1).minus(JITTER))
                : new Window(rules.burst(), Duration.ofSeconds(rules.burst()).minus(JITTER));
    }

    private void note(Limit limit, long chat, Duration early) {
        if (early.isPositive()) {
            violations.add(new Violation(limit, chat, early));
        }
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
