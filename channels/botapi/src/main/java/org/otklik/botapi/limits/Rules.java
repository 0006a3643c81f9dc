package org.otklik.botapi.limits;

/**
 * How much a bot may send. The reference says: no more than one message a second to a chat, with short bursts, 20 a minute to a group,
 * 30 a second to all.
 *
 * @param perSecond messages in a second, over all chats
 * @param burst so many messages to a private chat in as many seconds; 1 is the strict reading
 * @param perGroupMinute messages in a minute to one group
 * @param enforced whether what is above is refused; it is written down in any case
 */
public record Rules(int perSecond, int burst, int perGroupMinute, boolean enforced) {
    /** As the reference says, and refused when above. */
    public static Rules strict() {
        return new Rules(30, 1, 20, true);
    }

    /** As the reference says, and only written down when above. */
    public static Rules watched() {
        return new Rules(30, 1, 20, false);
    }
}
