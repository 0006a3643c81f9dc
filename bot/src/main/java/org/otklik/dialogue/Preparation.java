package org.otklik.dialogue;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Understanding;

/** Looks at what was understood before anything is done about it: what was meant may depend on what is stored. */
public interface Preparation {
    /** @return the same words, with the acts that they stand for */
    Understanding prepare(Turn turn, Understanding understanding);
}
