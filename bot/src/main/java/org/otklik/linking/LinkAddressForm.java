package org.otklik.linking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/**
 * Asks somebody unknown for their address. A code goes there if it is one of ours and nobody else's; the answer does not tell, and
 * neither does it when letters were asked for too often.
 */
public final class LinkAddressForm implements Form {
    private static final String NAME = "link-address";

    private final Organization organization;
    private final AddressSlot address = new AddressSlot();

    public LinkAddressForm(Organization organization) {
        this.organization = organization;
    }

    /** Whether the form is the one that is open. */
    static boolean isOpen(Turn turn) {
        return turn.state().form().filter(open -> open.name().equals(NAME)).isPresent();
    }

    /** Who is known by now is asked no more. */
    static void close(Turn turn) {
        if (isOpen(turn)) {
            turn.state(turn.state().withoutForm());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of();
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(address);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var to = answers.get(address);
        var proofs = new AddressProofs(turn.sql());
        var owner = proofs.reader(to);
        var mailbox = organization.mailbox();
        boolean isTooMuch = proofs.areTooMany(to, turn.conversation().id(), turn.at());
        if (owner.isPresent() && mailbox.isPresent() && !isTooMuch) {
            long proof = proofs.ask(AddressProofs.Asked.in(turn, Purpose.LINK, to, owner, Optional.empty()), turn.at());
            turn.letter(
                    mailbox.get(),
                    to,
                    turn.language(),
                    Text.of(LinkingText.SUBJECT),
                    Text.of(LinkingText.LETTER).with("code", proofs.codeFor(turn, proof)),
                    List.of());
        }
        turn.say(LinkingText.CODE_SENT);
    }

    private static final class AddressSlot implements Slot<String> {
        @Override
        public String name() {
            return "address";
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            turn.say(LinkingText.HOW);
            turn.offerOwnPhone(LinkingText.SHARE_PHONE, Action.of(LinkAccount.OWN_PHONE));
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Email.class)
                    .map(Entity.Email::value)
                    .findFirst();
        }
    }
}
