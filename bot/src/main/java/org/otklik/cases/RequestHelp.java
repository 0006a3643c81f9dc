package org.otklik.cases;

import java.util.List;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.organization.Organization;

/** Somebody needs the organisation's help, or knows somebody who does: a person answers, and the bot promises nothing else. */
public final class RequestHelp implements Form {
    private static final String NAME = "help";

    private final Grievances grievances;
    private final Story story = new Story(CasesText.WHAT_IS_NEEDED);

    public RequestHelp(Organization organization, ReachForm reach) {
        this.grievances = new Grievances(organization, reach);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("cases.request_service");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(story);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        grievances.ask(turn, answers.get(story));
    }
}
