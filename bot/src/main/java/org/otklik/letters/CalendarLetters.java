package org.otklik.letters;

import org.otklik.channels.Letter.Invitation;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Admission;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Tells who sends an invitation out of a calendar that nobody answers it there; what the letter says beside it is read as ever. */
public final class CalendarLetters implements Admission {
    private final Organization organization;

    public CalendarLetters(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean admits(Turn turn) {
        var invitation = turn.message().letter().flatMap(letter -> letter.invitation());
        invitation.ifPresent(meeting -> hint(turn, meeting));
        return invitation.isEmpty() || !turn.message().text().isBlank();
    }

    private void hint(Turn turn, Invitation meeting) {
        var text = Text.of(LettersText.INVITATION)
                .with("isDated", meeting.startsAt().isPresent() ? "yes" : "no")
                .with("isStaff", turn.speaker().isStaff() ? "yes" : "no")
                .with("when", organization.local(meeting.startsAt().orElse(turn.at())));
        turn.say(text);
    }
}
