package org.otklik.basics;

import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** "Delete all donors" is done by nobody at a word, whoever asks: it is refused, and nothing is offered to confirm. */
public final class RefuseRuin implements Attentive {
    private static final int MOST_WORDS = 8;

    private final Cues words = new Cues("ruin");

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isRuin = turn.speaker().isStaff()
                && text.strip().split("\\s+").length <= MOST_WORDS
                && words.has(text, "delete")
                && words.has(text, "all")
                && words.has(text, "records");
        if (isRuin) {
            turn.say(BasicsText.NOT_ALL_AT_ONCE);
        }
        return isRuin;
    }
}
