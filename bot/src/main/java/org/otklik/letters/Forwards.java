package org.otklik.letters;

import static org.otklik.letters.ForwardForm.FILE;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** A letter that a colleague passes on is filed first; what the colleague writes above it comes after, and is about its author. */
public final class Forwards implements Preparation {
    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean isPassedOn = turn.speaker().isStaff()
                && turn.message()
                        .letter()
                        .filter(letter -> letter.forwarded().isPresent())
                        .isPresent()
                && !turn.isReadingOn();
        return isPassedOn
                ? understanding.with(List.of(new Act(FILE, 1, 1, understanding.text(), List.of(), false)))
                : understanding;
    }
}
