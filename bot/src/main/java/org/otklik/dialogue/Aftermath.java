package org.otklik.dialogue;

import org.otklik.conversation.Turn;

/** What follows from records that a turn has changed, whoever changed them. Runs in the turn's transaction. */
public interface Aftermath {
    void after(Turn turn);
}
