package org.otklik.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Asks somebody unknown for their address. A letter goes there if it is one of ours; the answer does not tell. */
public final class ProofAddressForm implements Form {
    private static final String NAME = "proof-address";

    private final Organization organization;
    private final AddressSlot address = new AddressSlot();
    private final Remembered purpose = new Remembered("purpose");
    private final Remembered caseNumber = new Remembered("case");

    public ProofAddressForm(Organization organization) {
        this.organization = organization;
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
        return List.of(purpose, caseNumber, address);
    }

    /** What is known of the request when the form opens. */
    Map<String, String> about(Purpose wanted, long caseId) {
        return Map.of(purpose.name(), wanted.name(), caseNumber.name(), String.valueOf(caseId));
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        send(
                turn,
                Purpose.valueOf(answers.get(purpose)),
                Long.parseLong(answers.get(caseNumber)),
                answers.get(address));
    }

    void send(Turn turn, Purpose wanted, long caseId, String to) {
        var owner = new AddressProofs(turn.sql()).owner(to);
        if (owner.isPresent() && organization.mailbox().isPresent()) {
            new ProofLetters(organization).send(turn, wanted, to, owner, caseId);
        }
        turn.say(PrivacyText.STRANGER_BY_LETTER);
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
            turn.say(PrivacyText.ASK_ADDRESS);
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return understanding
                    .all(Entity.Email.class)
                    .map(Entity.Email::value)
                    .findFirst();
        }
    }

    /** What was known before the form was opened, and is never asked for. */
    private record Remembered(String name) implements Slot<String> {
        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            throw new IllegalStateException(name + " is known before the form opens");
        }

        @Override
        public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
            return Optional.empty();
        }

        @Override
        public Optional<String> recall(Turn turn, String hint) {
            return Optional.of(hint);
        }
    }
}
