package org.otklik.cases;

import static org.otklik.dialogue.DialogueIntents.HUMAN;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.organization.Organization;

/**
 * Hands the conversation over, and opens or continues a case. In office hours the bot is silent from then on; out of hours it
 * keeps the conversation and says when somebody answers.
 */
public final class AskForPerson implements Skill {
    private final OpenCase cases;
    private final HandOver handOver;

    public AskForPerson(Organization organization, ReachForm reach) {
        this.cases = new OpenCase(organization);
        this.handOver = new HandOver(organization, reach);
    }

    @Override
    public Set<String> intents() {
        return Set.of(HUMAN);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var known = new Cases(turn.sql()).openIn(turn.conversation().id());
        var handed = known.orElseGet(() -> cases.open(
                turn, Cases.Kind.QUESTION, Cases.Priority.NORMAL, turn.message().text()));
        boolean isTold = turn.hasSpoken() && handed.getOpenedAt().equals(turn.at());
        if (!isTold || known.isEmpty()) {
            handOver.tell(turn, handed);
        }
        handOver.handOver(turn, handed);
    }
}
