package org.otklik.privacy;

import java.util.Map;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** "Remove Anna Petrova", said by a colleague: nobody goes at the word of somebody else, in whatever words it is said. */
public final class EraseAnother implements Attentive {
    private static final int MOST_WORDS = 10;

    private final PersonalData data;

    public EraseAnother(PersonalData data) {
        this.data = data;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isMeant = turn.speaker().isStaff()
                && understanding.text().strip().split("\\s+").length <= MOST_WORDS
                && new Erasing(understanding).isOfOneWeKnow(turn);
        if (isMeant) {
            var act = Act.pressed(PersonalData.ERASE);
            data.run(turn, new Heard(understanding.text(), act, understanding, Map.of()));
        }
        return isMeant;
    }
}
