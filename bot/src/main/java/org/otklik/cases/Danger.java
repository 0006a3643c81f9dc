package org.otklik.cases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.Priority;
import org.otklik.conversation.Handoffs;
import org.otklik.conversation.Owner;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.organization.Organization;

/**
 * Somebody speaks of taking their life, of violence, of a child in danger. No classifier decides this: the words do. They are told
 * at once where help answers day and night, and people of ours hear of it at any hour.
 */
public final class Danger implements Skill {
    static final String DANGER = "cases.danger";
    private static final Cues WORDS = new Cues("danger");

    private final Organization organization;
    private final OpenCase cases;

    public Danger(Organization organization) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
    }

    static boolean isIn(String text) {
        return !WORDS.in(text).isEmpty();
    }

    @Override
    public Set<String> intents() {
        return Set.of(DANGER);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        raise(turn);
        if (organization.officeHours().open(turn.at())) {
            turn.owner(Owner.QUEUE, Optional.empty());
        }
    }

    /** Says where help is, and calls everybody who can take the conversation. */
    void raise(Turn turn) {
        turn.say(CasesText.YOU_ARE_NOT_ALONE);
        organization.emergency(turn.language()).ifPresent(turn::quote);
        turn.say(CasesText.PERSON_IS_CALLED);
        var known = new Cases(turn.sql());
        var open = known.openIn(turn.conversation().id());
        var row = open.orElseGet(() ->
                cases.open(turn, Kind.REQUEST, Priority.HIGH, turn.message().text()));
        known.hurry(row.getId());
        var line = new CaseNotices(turn.sql()).line(row);
        new Handoffs(turn.sql())
                .linesOfManagers()
                .forEach(manager -> turn.notice(
                        manager,
                        Text.of(CasesText.IN_DANGER)
                                .with("case", line)
                                .with("words", turn.message().text()),
                        List.of(new Way(Text.of(CasesText.TAKE), CaseNotices.take(row)))));
    }
}
