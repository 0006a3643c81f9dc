package org.otklik.letters;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Automatic;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Admission;
import org.otklik.interactions.Interactions;
import org.otklik.organization.Organization;

/**
 * Letters that no person wrote are kept and never answered (RFC 3834), so that no two machines talk to each other. What they
 * tell is noted: an address that can't be reached, somebody who is away.
 */
public final class MachineLetters implements Admission {
    private static final Set<Automatic> SAYS_NOTHING = EnumSet.of(Automatic.OWN, Automatic.RECEIPT);

    private final Organization organization;

    public MachineLetters(Organization organization) {
        this.organization = organization;
    }

    @Override
    public boolean admits(Turn turn) {
        var letter = turn.message().letter().filter(read -> read.automatic().isPresent());
        letter.ifPresent(read -> note(turn, read));
        return letter.isEmpty();
    }

    private void note(Turn turn, Letter letter) {
        letter.bounce().ifPresent(bounce -> new Bounces(turn).note(bounce));
        boolean isFromAPerson = letter.bounce().isEmpty()
                && letter.automatic().filter(SAYS_NOTHING::contains).isEmpty();
        if (isFromAPerson
                && turn.speaker().identity() != Identity.ANONYMOUS
                && !turn.speaker().isStaff()) {
            turn.speaker().contactId().ifPresent(contact -> keep(turn, contact));
        }
    }

    /** An out-of-office letter tells staff when somebody is back. */
    private void keep(Turn turn, long contactId) {
        LocalDate day = organization.day(turn.message().sentAt());
        new Interactions(turn.sql())
                .add(new Interactions.OwnWords(
                        contactId,
                        day,
                        turn.message().text(),
                        turn.conversation().address().channel(),
                        turn.message().id()));
    }
}
