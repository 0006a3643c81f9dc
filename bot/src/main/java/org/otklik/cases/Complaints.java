package org.otklik.cases;

import java.util.List;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.organization.Organization;

/** Anger becomes a case at once, with a number and a time by which a person answers; who complains is asked for an address. */
public final class Complaints implements Form {
    private static final String NAME = "complaint";

    private final Grievances grievances;
    private final Story story = new Story(CasesText.TELL_ME_WHAT_HAPPENED);

    public Complaints(Organization organization, ReachForm reach) {
        this.grievances = new Grievances(organization, reach);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("cases.complain");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(story);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        grievances.complain(turn, answers.get(story));
    }
}
