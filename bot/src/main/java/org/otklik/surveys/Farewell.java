package org.otklik.surveys;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;

/** Says goodbye, and asks how it was where the organisation has a survey for that. */
public final class Farewell implements Skill {
    private static final String GOODBYE = "conversation.goodbye";

    @Override
    public Set<String> intents() {
        return Set.of(GOODBYE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        turn.say(SurveysText.GOODBYE);
        if (!turn.speaker().isStaff()) {
            new Surveys(turn.sql())
                    .invite(GOODBYE, turn.conversation().id(), turn.speaker().contactId(), turn.at())
                    .ifPresent(invitation -> Question.ask(turn, invitation));
        }
    }
}
