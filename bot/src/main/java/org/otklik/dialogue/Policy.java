package org.otklik.dialogue;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Understanding;

/** Chooses what to do in a turn. */
interface Policy {
    /** @return whether it has dealt with the message; if not, the next policy is asked */
    boolean handle(Turn turn, Understanding understanding);
}
