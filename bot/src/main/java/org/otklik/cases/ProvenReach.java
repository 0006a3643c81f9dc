package org.otklik.cases;

import static org.otklik.dialogue.DialogueIntents.CORRECT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.AddressProofRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/**
 * Where the answer to a case shall go, typed by somebody unknown: only the button of a letter to that address shows that it is
 * theirs. Until then the case is nobody's, and nothing tells whether the address is known.
 */
public final class ProvenReach implements Attentive {
    private static final String CONFIRM = "cases.confirm_reach";

    private final Organization organization;

    public ProvenReach(Organization organization) {
        this.organization = organization;
    }

    @Override
    public Set<String> intents() {
        return Set.of(CONFIRM);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        Proven.by(turn, heard).ifPresentOrElse(proof -> keep(turn, proof), () -> turn.say(CasesText.REACH_LINK_USED));
    }

    /** "Oh, it ends in org": another address than the one that a letter went to just now gets the letter instead. */
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var address =
                understanding.all(Entity.Email.class).map(Entity.Email::value).toList();
        var mailbox = organization.mailbox();
        boolean isCorrected = address.size() == 1
                && mailbox.isPresent()
                && turn.speaker().contactId().isEmpty()
                && understanding.main().filter(act -> act.is(CORRECT)).isPresent()
                && new Cases(turn.sql())
                        .openIn(turn.conversation().id())
                        .filter(open -> withdraws(turn, open.getId(), address.getFirst()))
                        .isPresent();
        if (isCorrected) {
            ask(turn, address.getFirst(), mailbox.get());
        }
        return isCorrected;
    }

    private static boolean withdraws(Turn turn, long caseId, String address) {
        return new AddressProofs(turn.sql()).withdraw(AddressProofs.Purpose.ANSWER, caseId, address, turn.at());
    }

    private static void keep(Turn turn, AddressProofRecord proof) {
        long contactId = new Introductions(turn).proven(proof);
        Optional.ofNullable(proof.getCaseId()).ifPresent(caseId -> new Cases(turn.sql()).ofContact(caseId, contactId));
        turn.changed();
        turn.say(CasesText.REACH_KEPT);
    }

    /** Asks by a letter to the address. */
    static void ask(Turn turn, String address, String mailbox) {
        var proofs = new AddressProofs(turn.sql());
        var open = new Cases(turn.sql()).openIn(turn.conversation().id()).map(ServiceCaseRecord::getId);
        long id = proofs.ask(
                AddressProofs.Asked.in(turn, AddressProofs.Purpose.ANSWER, address, proofs.owner(address), open),
                turn.at());
        turn.letter(
                mailbox,
                address,
                turn.language(),
                Text.of(CasesText.REACH_SUBJECT),
                Text.of(CasesText.REACH_LETTER).with("code", proofs.codeFor(turn, id)),
                List.of(new Way(Text.of(CasesText.REACH_CONFIRM), Action.of(CONFIRM, Proven.PROOF, id))));
        turn.say(Text.of(CasesText.REACH_LETTER_SENT).with("address", address));
    }
}
