package org.otklik.botapi.chats;

/** Counts the messages of a supergroup, or of all other chats of a bot together. */
final class Numbers {
    private int last;

    /** @param first the number that comes first */
    Numbers(int first) {
        last = first - 1;
    }

    int next() {
        return ++last;
    }
}
