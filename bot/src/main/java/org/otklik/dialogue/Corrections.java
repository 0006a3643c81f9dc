package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.AMEND;
import static org.otklik.dialogue.DialogueIntents.FIX;
import static org.otklik.dialogue.DialogueIntents.RIGHT;

import java.util.Set;
import org.otklik.conversation.Turn;

/** The buttons of a card, and of the question which record a correction is about. */
final class Corrections implements Skill {
    private final CorrectionPolicy policy;

    Corrections(CorrectionPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Set<String> intents() {
        return Set.of(RIGHT, FIX, AMEND);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        switch (heard.act().intent()) {
            case RIGHT -> turn.say(DialogueText.GOOD);
            case AMEND -> policy.amend(turn, heard);
            default -> {
                turn.state(turn.state().fixing(true));
                turn.say(DialogueText.FIX_WHAT);
            }
        }
    }
}
