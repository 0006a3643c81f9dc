package org.otklik.learning;

import org.otklik.conversation.Misreadings;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** "That's not what I asked": what was said before is kept for somebody to say what it means. */
public final class NotMeant implements Preparation {
    private final Phrases words = new Phrases("misreadings");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (words.opening(understanding.text()).isPresent()) {
            new Misreadings(turn.sql()).notMeant(turn);
        }
        return understanding;
    }
}
