package org.otklik.dialogue;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Understanding;

/** "No need for a receipt", "I would give if I could", "don't ever stop": speaks of what can be done, and wants nothing done. */
final class SpokenOfPolicy implements Policy {
    private final FormPolicy forms;

    SpokenOfPolicy(FormPolicy forms) {
        this.forms = forms;
    }

    /** Beside something that is wanted, what is only spoken of is passed over. */
    static Understanding wanted(Understanding understanding) {
        var wanted = understanding.acts().stream()
                .filter(act -> act.mood() != Mood.SPOKEN_OF)
                .toList();
        return wanted.isEmpty() ? understanding : understanding.with(wanted);
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        boolean isSpokenOf = understanding.main().isPresent()
                && understanding.acts().stream().allMatch(act -> act.mood() == Mood.SPOKEN_OF);
        if (isSpokenOf && turn.state().form().isPresent()) {
            forms.leave(turn);
        } else if (isSpokenOf) {
            turn.say(DialogueText.LEFT_AS_IT_IS);
        }
        return isSpokenOf;
    }
}
