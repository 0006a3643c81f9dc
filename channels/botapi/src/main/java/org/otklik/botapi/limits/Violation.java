package org.otklik.botapi.limits;

import java.time.Duration;

/**
 * A message that was above a limit.
 *
 * @param chat to which it was sent
 * @param early how much too early it was
 */
public record Violation(Limit limit, long chat, Duration early) {
    /** Which limit. */
    public enum Limit {
        ALL_CHATS,
        PRIVATE_CHAT,
        GROUP
    }
}
