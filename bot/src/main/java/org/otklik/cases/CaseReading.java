package org.otklik.cases;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;

/** What goes before everything else that a message may mean: somebody is in danger, or what we called settled is not. */
public final class CaseReading implements Preparation {
    private static final String TASK = "tasks.create";
    private static final Cues UNSETTLED = new Cues("unsettled");

    private final Organization organization;

    public CaseReading(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (turn.speaker().isStaff()) {
            return understanding.with(understanding.acts().stream()
                    .map(act -> isEntrusted(turn, understanding, act) ? act.as(TakeConversation.TAKE) : act)
                    .toList());
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

    /** "Let Maria see to case 7": what a colleague is to do about a case is to have it. */
    private static boolean isEntrusted(Turn turn, Understanding understanding, Act act) {
        return act.is(TASK)
                && CaseSearch.isNumbered(turn, act.text())
                && new StaffMembers(turn.sql()).named(understanding.only(act)).isPresent();
    }

    private static Understanding only(Understanding understanding, String intent) {
        return understanding.with(List.of(Act.answer(intent, understanding)));
    }
}
