package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.ASK;
import static org.otklik.dialogue.DialogueIntents.HUMAN;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Salutations;
import org.otklik.nlu.Understanding;

/** Not understood: says so and keeps what was said before; the second time in a row hands over to a person. */
final class FallbackPolicy implements Policy {
    /** What is less than that calls somebody, or goes on with what was said before. */
    private static final int FEWEST_WORDS = 4;

    private final IntentPolicy skills;
    private final FormPolicy forms;
    private final Salutations salutations = new Salutations();

    FallbackPolicy(IntentPolicy skills, FormPolicy forms) {
        this.skills = skills;
        this.forms = forms;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        int misses = turn.state().misses() + 1;
        if (mayBeAnswered(turn, understanding)) {
            var asked = new Act(ASK, 1, 1, salutations.without(understanding.text()), List.of(), false);
            skills.run(turn, understanding, asked);
        } else if (misses > 1 && !turn.speaker().isStaff()) {
            turn.state(turn.state().missing(0));
            turn.say(DialogueText.HANDING_OVER);
            skills.run(turn, understanding, Act.pressed(HUMAN));
        } else {
            turn.state(turn.state().missing(misses));
            turn.say(DialogueText.NOT_UNDERSTOOD);
            forms.remind(turn);
        }
        return true;
    }

    /** A visitor's question is worth a look into the articles, however unusual its words are; that they say nothing is kept too. */
    private static boolean mayBeAnswered(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean isLikely = understanding.ranked().stream()
                .limit(1)
                .anyMatch(first -> first.label().equals(ASK));
        boolean isQuestion = text.contains("?") && (isLikely || text.strip().split("\\s+").length >= FEWEST_WORDS);
        return isQuestion && turn.state().form().isEmpty() && !turn.speaker().isStaff();
    }
}
