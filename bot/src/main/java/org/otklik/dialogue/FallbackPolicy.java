package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.ASK;
import static org.otklik.dialogue.DialogueIntents.HUMAN;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/** Not understood: says so and keeps what was said before; the second time in a row hands over to a person. */
final class FallbackPolicy implements Policy {
    private final IntentPolicy skills;
    private final FormPolicy forms;

    FallbackPolicy(IntentPolicy skills, FormPolicy forms) {
        this.skills = skills;
        this.forms = forms;
    }

    /** What looks like a question may have an article all the same; if it has none, that is found out and kept. */
    private static boolean isQuestion(Turn turn, Understanding understanding) {
        return !turn.speaker().isStaff()
                && turn.state().form().isEmpty()
                && understanding.text().strip().endsWith("?")
                && understanding.ranked().stream()
                        .limit(1)
                        .anyMatch(first -> first.label().equals(ASK));
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        if (isQuestion(turn, understanding)) {
            skills.run(turn, understanding, understanding.whole(ASK));
            return true;
        }
        int misses = turn.state().misses() + 1;
        if (mayBeAnswered(turn, understanding)) {
            var text = understanding.text();
            skills.run(turn, understanding, new Act(ASK, 1, 1, text, understanding.entities(), false));
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

    /** A visitor's question is worth a look into the articles, however unusual its words are. */
    private static boolean mayBeAnswered(Turn turn, Understanding understanding) {
        boolean isQuestion = understanding.text().strip().endsWith("?")
                && understanding.ranked().stream()
                        .findFirst()
                        .filter(likeliest -> likeliest.label().equals(ASK))
                        .isPresent();
        return isQuestion && turn.state().form().isEmpty() && !turn.speaker().isStaff();
    }
}
