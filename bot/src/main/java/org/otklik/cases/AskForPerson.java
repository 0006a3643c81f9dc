package org.otklik.cases;

import static org.otklik.dialogue.DialogueIntents.HUMAN;

import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Action;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/**
 * Hands the conversation over, and opens or continues a case. In office hours the bot is silent from then on; out of hours it
 * keeps the conversation and says when somebody answers.
 */
public final class AskForPerson implements Skill {
    private final Organization organization;
    private final OpenCase cases;
    private final ReachForm reach;

    public AskForPerson(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.reach = reach;
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
        boolean isOpen = organization.officeHours().open(turn.at());
        boolean isTold = turn.hasSpoken() && handed.getOpenedAt().equals(turn.at());
        if (!isTold || known.isEmpty()) {
            tell(turn, handed, isOpen);
        }
        if (isOpen) {
            turn.owner(Owner.QUEUE, Optional.empty());
            StillWaiting.schedule(turn);
            new Handoffs(turn.sql()).linesOfManagers().forEach(line -> tell(turn, line, handed));
        } else if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, Understanding.nothing());
        }
    }

    private void tell(Turn turn, ServiceCaseRecord handed, boolean isOpen) {
        turn.say(Text.of(isOpen ? CasesText.CALLING_SOMEBODY : CasesText.OUT_OF_HOURS)
                .with("number", String.valueOf(handed.getNumber()))
                .with("due", organization.local(handed.getFirstReplyDueAt())));
    }

    private static void tell(Turn turn, Handoffs.Line line, ServiceCaseRecord handed) {
        turn.notice(
                line,
                Text.of(CasesText.SOMEBODY_WAITS)
                        .with("name", new CaseNotices(turn.sql()).name(handed))
                        .with("words", handed.getSubject()),
                Text.of(CasesText.TAKE),
                Action.of(
                        TakeConversation.TAKE,
                        TakeConversation.CONVERSATION,
                        turn.conversation().id()));
    }
}
