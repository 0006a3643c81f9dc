package org.otklik.dialogue;

import java.util.Set;
import org.otklik.conversation.Turn;

/** Something that the bot can do. */
public interface Skill {
    /** The intents that it serves: names from the catalogue, and names that only buttons have. */
    Set<String> intents();

    void run(Turn turn, Heard heard);
}
