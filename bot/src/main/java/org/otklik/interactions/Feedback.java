package org.otklik.interactions;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.organization.Organization;

/** Praise, ideas and opinions are kept in the words of who said them, with thanks. */
public final class Feedback implements Skill {
    private final Organization organization;

    public Feedback(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of("feedback.give");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var words = heard.text().isBlank() ? turn.message().text() : heard.text();
        turn.speaker()
                .contactId()
                .ifPresent(contact -> new Interactions(turn.sql())
                        .add(new Interactions.OwnWords(
                                contact,
                                organization.day(turn.message().sentAt()),
                                words,
                                turn.conversation().address().channel(),
                                turn.message().id())));
        turn.say(InteractionsText.FEEDBACK_THANKS);
    }
}
