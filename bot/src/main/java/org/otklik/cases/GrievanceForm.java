package org.otklik.cases;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.organization.Organization;

/** What somebody waits for an answer to, told in their own words, becomes a case at once; the bot itself promises nothing else. */
public final class GrievanceForm implements Form {
    private final String name;
    private final String intent;
    private final Story story;
    private final BiConsumer<Turn, String> taken;

    private GrievanceForm(String name, String intent, CasesText question, BiConsumer<Turn, String> taken) {
        this.name = name;
        this.intent = intent;
        this.story = new Story(question);
        this.taken = taken;
    }

    /** Somebody is angry. Who complains and is not known is asked for an address. */
    public static Form complaint(Organization organization, ReachForm reach) {
        return new GrievanceForm(
                "complaint",
                "cases.complain",
                CasesText.TELL_ME_WHAT_HAPPENED,
                new Grievances(organization, reach)::complain);
    }

    /** Somebody needs the organisation's help, or knows somebody who does. */
    public static Form help(Organization organization, ReachForm reach) {
        return new GrievanceForm(
                "help", "cases.request_service", CasesText.WHAT_IS_NEEDED, new Grievances(organization, reach)::ask);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> intents() {
        return Set.of(intent);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(story);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        taken.accept(turn, answers.get(story));
    }
}
