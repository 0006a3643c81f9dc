package org.otklik.dialogue;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Understanding;

/** Looks at a message before anything is done about it: what was meant may depend on what is stored. */
public interface Preparation {
    /** What of a message's words is to be understood; the words themselves where none is idle. */
    default String heard(Turn turn, String words) {
        return words;
    }

    /** @return the same words, with the acts that they stand for */
    default Understanding prepare(Turn turn, Understanding understanding) {
        return understanding;
    }
}
