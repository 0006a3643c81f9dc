package org.otklik.dialogue;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Understanding;

/**
 * A skill that knows by itself when it is spoken to, whatever the classifier makes of the words: a report asked for by its name, a
 * list that is asked for again with another limit, a code. It is asked before the classifier's word counts; while a form is open only if it says so.
 */
public interface Attentive extends Skill {
    /** None, where the words alone tell. */
    @Override
    default Set<String> intents() {
        return Set.of();
    }

    @Override
    default void run(Turn turn, Heard heard) {
        throw new IllegalStateException(getClass().getSimpleName() + " has no intent");
    }

    /** Whether it looks at what is said to an open form as well; the form then asks again. */
    default boolean looksIntoForms() {
        return false;
    }

    /** Deals with the message if it is meant for this skill; says whether it has. */
    boolean claim(Turn turn, Understanding understanding);
}
