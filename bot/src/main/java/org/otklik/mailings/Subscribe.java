package org.otklik.mailings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.Consents;
import org.otklik.contacts.Consents.Purpose;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.schema.tables.records.ContactRecord;

/** Begins the newsletter. Who is not known has to prove the address first, by a button in a letter. */
public final class Subscribe implements Skill {
    static final String INTENT = "mailing.subscribe";
    static final String CONFIRM = "mailing.confirm";

    private final SubscribeForm form;

    public Subscribe(SubscribeForm form) {
        this.form = form;
    }

    @Override
    public Set<String> intents() {
        return Set.of(INTENT, CONFIRM);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (heard.act().is(CONFIRM)) {
            confirm(turn, heard);
        } else if (SaidOfOthers.done(turn, heard, other -> subscribeFor(turn, other))) {
            return;
        } else if (turn.speaker().isKnown() && ownsWhatIsNamed(turn, heard)) {
            subscribe(turn, turn.speaker().contactId().orElseThrow());
        } else {
            new FormFilling(form).open(turn, heard.whole());
        }
    }

    private static boolean ownsWhatIsNamed(Turn turn, Heard heard) {
        var points = new ContactPoints(turn.sql()).of(turn.speaker().contactId().orElseThrow());
        return heard.whole()
                .all(Entity.Email.class)
                .allMatch(email -> points.stream()
                        .anyMatch(point -> point.getStatus().equals("verified")
                                && point.getValue().equals(email.value())));
    }

    private static void subscribe(Turn turn, long contactId) {
        var consents = new Consents(turn.sql());
        boolean isStopped = consents.last(contactId, Purpose.ALL_MAILINGS)
                .filter(isGranted -> !isGranted)
                .isPresent();
        boolean isGranted = consents.last(contactId, Purpose.NEWSLETTER).orElse(false);
        if (isGranted && !isStopped) {
            turn.say(MailingsText.SUBSCRIBED_BEFORE);
            return;
        }
        if (isStopped) {
            grant(turn, contactId, Purpose.ALL_MAILINGS);
        }
        grant(turn, contactId, Purpose.NEWSLETTER);
        turn.say(MailingsText.SUBSCRIBED);
        turn.changed();
    }

    private static void subscribeFor(Turn turn, ContactRecord other) {
        grant(turn, other.getId(), Purpose.ALL_MAILINGS);
        grant(turn, other.getId(), Purpose.NEWSLETTER);
        turn.changed();
        turn.say(Text.of(MailingsText.SUBSCRIBED_OTHER).with("name", other.getName()));
    }

    private static void grant(Turn turn, long contactId, Purpose purpose) {
        new Consents(turn.sql())
                .grant(
                        contactId,
                        purpose,
                        turn.conversation().address().channel(),
                        turn.message().id(),
                        turn.at());
    }

    private static void confirm(Turn turn, Heard heard) {
        Proven.by(turn, heard)
                .ifPresentOrElse(
                        proof -> subscribe(turn, new Introductions(turn).proven(proof)),
                        () -> turn.say(MailingsText.LINK_USED));
    }

    /** Asks by a letter to the address. */
    static void askForProof(Turn turn, String address, String mailbox) {
        var proofs = new AddressProofs(turn.sql());
        var owner = turn.speaker().isKnown() ? turn.speaker().contactId() : proofs.owner(address);
        long id = proofs.ask(
                AddressProofs.Asked.in(turn, AddressProofs.Purpose.NEWSLETTER, address, owner, Optional.empty()),
                turn.at());
        turn.letter(
                mailbox,
                address,
                turn.language(),
                Text.of(MailingsText.SUBJECT),
                Text.of(MailingsText.PLEASE_CONFIRM).with("code", proofs.codeFor(turn, id)),
                List.of(new Way(Text.of(MailingsText.CONFIRM), Action.of(CONFIRM, Proven.PROOF, id))));
    }
}
