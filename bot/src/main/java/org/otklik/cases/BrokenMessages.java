package org.otklik.cases;

import static org.otklik.dialogue.DialogueIntents.GAVE_UP;

import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.staff.StaffMembers;
import org.otklik.tasks.Tasks;

/** A message that the bot could not handle: a person gets it, and the sender is told. */
public final class BrokenMessages implements Skill {
    @Override
    public Set<String> intents() {
        return Set.of(GAVE_UP);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var title = turn.written(Text.of(DialogueText.BROKEN_MESSAGE_TASK)
                .with("message", String.valueOf(turn.message().id())));
        new Tasks(turn.sql())
                .add(new Tasks.NewTask(
                        title,
                        Optional.of(turn.at()),
                        new StaffMembers(turn.sql()).manager().map(StaffMembers.Member::id),
                        turn.speaker().contactId(),
                        Tasks.Origin.SYSTEM));
        turn.say(DialogueText.SOMETHING_BROKE);
    }
}
