package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.HUMAN;
import static org.otklik.dialogue.DialogueIntents.NOT_UNDERSTOOD;

import org.otklik.conversation.Misreading;
import org.otklik.conversation.Misreadings;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/**
 * Not understood: says so and keeps what was said before; the second time in a row hands over to a person. Staff who write letters are told
 * what else they may have meant. What was said is kept for an administrator to look at.
 */
final class FallbackPolicy implements Policy {
    private final IntentPolicy skills;
    private final FormPolicy forms;

    FallbackPolicy(IntentPolicy skills, FormPolicy forms) {
        this.skills = skills;
        this.forms = forms;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        Misreadings.note(turn, Misreading.NOT_UNDERSTOOD);
        int misses = turn.state().misses() + 1;
        if (misses > 1 && !turn.speaker().isStaff()) {
            turn.state(turn.state().missing(0));
            turn.say(DialogueText.HANDING_OVER);
            skills.run(turn, understanding, Act.pressed(HUMAN));
        } else if (StaffLetters.isOne(turn)) {
            skills.run(turn, understanding, Act.pressed(NOT_UNDERSTOOD));
            forms.remind(turn);
        } else {
            turn.state(turn.state().missing(misses));
            turn.say(DialogueText.NOT_UNDERSTOOD);
            forms.remind(turn);
        }
        return true;
    }
}
