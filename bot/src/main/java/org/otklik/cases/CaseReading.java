package org.otklik.cases;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** What goes before everything else that a message may mean: somebody is in danger, or what we called settled is not. */
public final class CaseReading implements Preparation {
    private static final Cues UNSETTLED = new Cues("unsettled");

    private final Organization organization;

    public CaseReading(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (turn.speaker().isStaff()) {
            return understanding;
        }
        if (Danger.isIn(understanding.text())) {
            turn.state(turn.state().leavingForm());
            return only(understanding, Danger.DANGER);
        }
        boolean isUnsettled = turn.state().form().isEmpty()
                && !UNSETTLED.in(understanding.text()).isEmpty()
                && Grievances.recentlyResolved(turn, organization).isPresent();
        return isUnsettled ? only(understanding, CaseStatus.REOPEN) : understanding;
    }

    private static Understanding only(Understanding understanding, String intent) {
        return understanding.with(List.of(Act.answer(intent, understanding)));
    }
}
