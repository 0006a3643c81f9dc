package org.otklik.cases;

import java.util.Optional;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/** Gives a conversation with its case to people: at once in office hours, else they answer later. */
final class HandOver {
    private final Organization organization;
    private final ReachForm reach;

    HandOver(Organization organization, ReachForm reach) {
        this.organization = organization;
        this.reach = reach;
    }

    /** Says who answers, and by when. */
    void tell(Turn turn, ServiceCaseRecord handed) {
        turn.say(Text.of(isOpen(turn) ? CasesText.CALLING_SOMEBODY : CasesText.OUT_OF_HOURS)
                .with("number", String.valueOf(handed.getNumber()))
                .with("due", organization.local(handed.getFirstReplyDueAt())));
    }

    boolean isOpen(Turn turn) {
        return organization.officeHours().open(turn.at());
    }

    /** In office hours the bot is silent from now on; else it asks somebody unknown where an answer would find them. */
    void handOver(Turn turn, ServiceCaseRecord handed) {
        if (isOpen(turn)) {
            turn.owner(Owner.QUEUE, Optional.empty());
            StillWaiting.schedule(turn);
            new Handoffs(turn.sql()).linesOfManagers().forEach(line -> notify(turn, line, handed));
        } else {
            askForReach(turn);
        }
    }

    void askForReach(Turn turn) {
        if (turn.speaker().contactId().isEmpty()) {
            new FormFilling(reach).open(turn, Understanding.nothing());
        }
    }

    private static void notify(Turn turn, Handoffs.Line line, ServiceCaseRecord handed) {
        turn.notice(
                line,
                Text.of(CasesText.SOMEBODY_WAITS)
                        .with("name", new CaseNotices(turn.sql()).name(handed))
                        .with("words", handed.getSubject()),
                Text.of(CasesText.TAKE),
                TakeConversation.of(turn.conversation().talk()));
    }
}
