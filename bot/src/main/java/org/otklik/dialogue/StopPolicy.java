package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.CANCEL;
import static org.otklik.dialogue.DialogueIntents.STOP;

import java.time.Duration;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Understanding;

/**
 * A word that only stops. Inside a form, or just after something was written down, it may be meant for that, so it is asked what
 * to stop; otherwise it is an opt-out.
 */
final class StopPolicy implements Policy {
    private static final String UNSUBSCRIBE = "mailing.unsubscribe";
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final IntentPolicy skills;

    StopPolicy(IntentPolicy skills) {
        this.skills = skills;
    }

    @Override
    public boolean handle(Turn turn, Understanding understanding) {
        if (understanding.main().filter(act -> act.is(STOP)).isEmpty()) {
            return false;
        }
        boolean isInAForm = turn.state().form().isPresent();
        boolean hasWritten = turn.state().written().stream()
                .anyMatch(past -> past.at().plus(JUST_NOW).isAfter(turn.at()));
        if (isInAForm || hasWritten) {
            turn.say(DialogueText.STOP_WHAT);
            turn.offer(
                    isInAForm ? DialogueText.LEAVE_FORM : DialogueText.UNDO,
                    Action.of(isInAForm ? CANCEL : "conversation.undo"));
            turn.offer(DialogueText.STOP_WRITING, Action.of(UNSUBSCRIBE));
        } else {
            skills.run(turn, understanding, Act.pressed(UNSUBSCRIBE));
        }
        return true;
    }
}
