package org.otklik.dialogue;

import static org.otklik.dialogue.DialogueIntents.FIX;
import static org.otklik.dialogue.DialogueIntents.RIGHT;
import static org.otklik.dialogue.DialogueIntents.UNDO;

import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.i18n.Text;

/** The buttons under what a turn has written: right, put right, take back. */
final class Cards {
    private Cards() {}

    static void close(Turn turn) {
        if (!turn.hasWritten()) {
            return;
        }
        turn.state(turn.state().having(new Written(turn.id(), turn.at(), turn.entries())));
        if (!turn.entries().isEmpty() && !turn.hasOffered()) {
            turn.offer(Text.of(DialogueText.RIGHT), Action.of(RIGHT), Answer.YES);
            turn.offer(Text.of(DialogueText.FIX), Action.of(FIX), Answer.NO);
        }
        turn.offer(DialogueText.UNDO, Action.of(UNDO, "turn", turn.id()));
    }
}
