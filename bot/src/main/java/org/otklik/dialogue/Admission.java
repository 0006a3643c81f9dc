package org.otklik.dialogue;

import org.otklik.conversation.Turn;

/** Looks at a message before it is read: some are dealt with, or only kept, without a word of them being understood. */
public interface Admission {
    /** @return false when nothing more is to be done */
    boolean admits(Turn turn);
}
