package org.otklik.events;

import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** "Can I come to the seal release, too?": whoever asks nothing but that, and names one event, wants a seat and no article. */
public final class SeatQuestions implements Preparation {
    private static final String WISH = "wish";

    private final EventWords events;
    private final Cues words = new Cues("seat-questions");

    public SeatQuestions(Organization organization) {
        this.events = new EventWords(organization);
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        return !turn.speaker().isStaff() && turn.state().form().isEmpty() && isAskedFor(turn, understanding)
                ? understanding.with(List.of(understanding.whole(RegisterForm.REGISTER)))
                : understanding;
    }

    private boolean isAskedFor(Turn turn, Understanding understanding) {
        var text = understanding.text();
        if (!words.has(text, WISH)) {
            return false;
        }
        var upcoming = new Events(turn.sql()).upcoming(turn.at());
        var rest = new StringBuilder(events.withoutTitles(text, upcoming));
        words.in(rest.toString()).forEach(found -> found.span().blank(rest));
        return rest.codePoints().noneMatch(Character::isLetterOrDigit)
                && events.spokenOf(understanding, upcoming).size() == 1;
    }
}
