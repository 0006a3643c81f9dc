package org.otklik.privacy;

import java.time.Period;
import java.util.Optional;
import java.util.Set;
import org.otklik.cases.Cases;
import org.otklik.cases.Cases.Kind;
import org.otklik.cases.Cases.Priority;
import org.otklik.cases.OpenCase;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.AddressProofs.Purpose;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactPointRecord;
import org.otklik.schema.tables.records.ServiceCaseRecord;

/**
 * Somebody asks for their data, or that it goes. A case is opened, and a letter with a link goes to the address on file: whoever
 * presses it is the person. Who has no address, and writes in a chat that is theirs, presses it there; what goes for good is left to
 * a colleague then. Who is not known gets the same answer whether there is such a person or not.
 */
public final class PersonalData implements Skill {
    static final String EXPORT = "privacy.export";
    static final String ERASE = "privacy.erase";
    static final String CONFIRM = "privacy.confirm";

    /** For so long nobody writes to who wants to go, while it is decided. */
    private static final Period PEACE = Period.ofMonths(1);

    private final Organization organization;
    private final OpenCase cases;
    private final ProofAddressForm address;

    public PersonalData(Organization organization, ProofAddressForm address) {
        this.organization = organization;
        this.cases = new OpenCase(organization);
        this.address = address;
    }

    @Override
    public Set<String> intents() {
        return Set.of(EXPORT, ERASE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var purpose = heard.act().is(ERASE) ? Purpose.ERASURE : Purpose.EXPORT;
        boolean isOwn = turn.speaker().isKnown() && !isOfAnother(turn, heard);
        long caseId = openCase(turn, heard, isOwn).getId();
        if (isOwn) {
            askForProof(turn, purpose, caseId);
        } else {
            answerStranger(turn, heard, purpose, caseId);
        }
    }

    /** What goes for good is a colleague's own only where they say so: they speak of others all day. */
    private static boolean isOfAnother(Turn turn, Heard heard) {
        var erasing = new Erasing(heard.whole());
        boolean isSilentOfSelf =
                heard.act().is(ERASE) && (turn.speaker().isStaff() ? !erasing.isOfSelf() : erasing.isOfAnother());
        return isSilentOfSelf || new SomebodyElse(turn, heard.whole()).isNamed();
    }

    private ServiceCaseRecord openCase(Turn turn, Heard heard, boolean isOwn) {
        var words = heard.text().isBlank() ? turn.message().text() : heard.text();
        var known = new Cases(turn.sql()).openIn(turn.conversation().id(), Kind.PRIVACY);
        known.ifPresent(open -> cases.add(turn, open, words));
        return known.orElseGet(() -> isOwn
                ? cases.open(turn, Kind.PRIVACY, Priority.HIGH, words)
                : cases.openOfNobody(turn, Kind.PRIVACY, Priority.NORMAL, words));
    }

    private void askForProof(Turn turn, Purpose purpose, long caseId) {
        long contactId = turn.speaker().contactId().orElseThrow();
        boolean erases = purpose == Purpose.ERASURE;
        if (erases) {
            new Contacts(turn.sql())
                    .leaveInPeace(contactId, organization.day(turn.at()).plus(PEACE));
        }
        var proofs = new ProofLetters(organization);
        var mails = new ContactPoints(turn.sql())
                .of(contactId).stream()
                        .filter(point -> point.getKind().equals(PointKind.EMAIL.code()))
                        .filter(point -> point.getStatus().equals("verified"))
                        .map(ContactPointRecord::getValue)
                        .toList();
        var here = turn.conversation().address().value();
        if (turn.message().letter().isPresent() && mails.contains(here)) {
            long proof = proofs.keep(turn, purpose, here, Optional.of(contactId), caseId);
            turn.say(erases ? PrivacyText.ERASURE_PROVE_HERE : PrivacyText.EXPORT_PROVE_HERE);
            turn.offer(Text.of(PrivacyText.CONFIRM), Action.of(CONFIRM, Proven.PROOF, proof), Choice.Answer.NEITHER);
        } else if (!mails.isEmpty() && organization.mailbox().isPresent()) {
            proofs.send(turn, purpose, mails.getFirst(), Optional.of(contactId), caseId);
            turn.say(Text.of(erases ? PrivacyText.ERASURE_PROVE_BY_LETTER : PrivacyText.EXPORT_PROVE_BY_LETTER)
                    .with("address", masked(mails.getFirst())));
        } else if (!erases && isProvenChat(turn)) {
            long proof = proofs.keep(turn, purpose, here, Optional.of(contactId), caseId);
            turn.say(PrivacyText.EXPORT_PROVE_IN_CHAT);
            turn.offer(Text.of(PrivacyText.CONFIRM), Action.of(CONFIRM, Proven.PROOF, proof), Choice.Answer.NEITHER);
        } else {
            turn.say(PrivacyText.NO_ADDRESS);
        }
    }

    /** A number that was shared may be one that somebody else had before. */
    private static boolean isProvenChat(Turn turn) {
        return turn.message().letter().isEmpty() && turn.speaker().identity() == Identity.VERIFIED;
    }

    /** Enough for its owner to know it again. */
    private static String masked(String mail) {
        int at = mail.indexOf('@');
        return mail.substring(0, Math.min(1, at)) + "…" + mail.substring(Math.max(0, at));
    }

    /** The same words, whoever exists; the letter goes only where the address is one of ours. */
    private void answerStranger(Turn turn, Heard heard, Purpose purpose, long caseId) {
        if (turn.speaker().isStaff()) {
            turn.say(PrivacyText.FOR_SOMEBODY);
            return;
        }
        turn.say(isOfAnother(turn, heard) ? PrivacyText.ONLY_ONESELF : PrivacyText.PROOF_FIRST);
        var named =
                heard.whole().all(Entity.Email.class).map(Entity.Email::value).findFirst();
        if (turn.speaker().isKnown()) {
            return;
        }
        if (turn.message().letter().isPresent()) {
            var here = turn.conversation().address().value();
            var owner = new AddressProofs(turn.sql()).owner(here);
            long proof = new ProofLetters(organization).keep(turn, purpose, here, owner, caseId);
            turn.say(PrivacyText.STRANGER_HERE);
            turn.offer(Text.of(PrivacyText.CONFIRM), Action.of(CONFIRM, Proven.PROOF, proof), Choice.Answer.NEITHER);
        } else if (!isAsked(turn)) {
            new FormFilling(address).open(turn, heard.whole(), address.about(purpose, caseId));
        } else if (named.isPresent()) {
            address.send(turn, purpose, caseId, named.get());
        }
    }

    private boolean isAsked(Turn turn) {
        return turn.state()
                .form()
                .filter(open -> open.name().equals(address.name()))
                .isPresent();
    }
}
