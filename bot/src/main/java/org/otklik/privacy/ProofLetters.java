package org.otklik.privacy;

import java.util.List;
import java.util.Optional;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Letters with a button by which somebody proves that an address is theirs, before their data goes out or away. */
final class ProofLetters {
    private final Organization organization;

    ProofLetters(Organization organization) {
        this.organization = organization;
    }

    /** Keeps that a proof was asked for; its number is for the button. */
    long keep(Turn turn, Purpose purpose, String address, Optional<Long> contactId, long caseId) {
        return new AddressProofs(turn.sql())
                .ask(AddressProofs.Asked.in(turn, purpose, address, contactId, Optional.of(caseId)), turn.at());
    }

    void send(Turn turn, Purpose purpose, String address, Optional<Long> contactId, long caseId) {
        long proof = keep(turn, purpose, address, contactId, caseId);
        boolean erases = purpose == Purpose.ERASURE;
        turn.letter(
                organization.mailbox().orElseThrow(),
                address,
                turn.language(),
                Text.of(erases ? PrivacyText.SUBJECT_ERASURE : PrivacyText.SUBJECT_EXPORT),
                Text.of(erases ? PrivacyText.LETTER_ERASURE : PrivacyText.LETTER_EXPORT)
                        .with("code", new AddressProofs(turn.sql()).codeFor(turn, proof)),
                List.of(new Way(Text.of(PrivacyText.CONFIRM), Action.of(PersonalData.CONFIRM, Proven.PROOF, proof))));
    }
}
