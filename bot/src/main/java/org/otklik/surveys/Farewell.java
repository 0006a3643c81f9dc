package org.otklik.surveys;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.nlu.Understanding;

/** Says goodbye, and asks how it was where the organisation has a survey for that. */
public final class Farewell implements Skill {
    private static final String GOODBYE = "conversation.goodbye";

    private final ScoreForm score;

    public Farewell(ScoreForm score) {
        this.score = score;
    }

    @Override
    public Set<String> intents() {
        return Set.of(GOODBYE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        turn.say(SurveysText.GOODBYE);
        var invited = !turn.speaker().isStaff()
                && new Surveys(turn.sql())
                        .invite(
                                GOODBYE,
                                turn.conversation().id(),
                                turn.speaker().contactId(),
                                turn.at())
                        .isPresent();
        if (invited) {
            new FormFilling(score).open(turn, Understanding.nothing());
        }
    }
}
