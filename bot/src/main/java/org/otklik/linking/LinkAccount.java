package org.otklik.linking;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.PointKind;
import org.otklik.contacts.Proven;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.Invitations;

/** Somebody wants the bot to know who they are, or no longer to. */
public final class LinkAccount implements Attentive {
    static final String LINK = "linking.link";
    static final String UNLINK = "linking.unlink";
    static final String OWN_PHONE = "linking.own_phone";
    /** The argument of who says that a number is no longer of whom it was. */
    static final String PHONE = "phone";

    private static final String CONFIRM = "linking.confirm";
    private static final String ANOTHER = "linking.another";

    private final Organization organization;
    private final LinkAddressForm form;
    private final SecureRandom random;
    private final Phrases wishes = new Phrases("linking");

    public LinkAccount(Organization organization, LinkAddressForm form, SecureRandom random) {
        this.organization = organization;
        this.form = form;
        this.random = random;
    }

    @Override
    public Set<String> intents() {
        return Set.of(LINK, UNLINK, OWN_PHONE, CONFIRM, ANOTHER);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        switch (heard.act().intent()) {
            case UNLINK -> unlink(turn, heard);
            case OWN_PHONE -> askToShare(turn);
            case CONFIRM -> confirm(turn, heard);
            case ANOTHER -> codeForAnother(turn);
            default -> link(turn);
        }
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var wish = wishes.meaning(understanding.text());
        wish.ifPresent(_ -> link(turn));
        return wish.isPresent();
    }

    private void link(Turn turn) {
        var staff = turn.speaker().staff();
        if (turn.message().letter().isPresent()) {
            turn.say(LinkingText.HOW_BY_LETTER);
        } else if (turn.speaker().isKnown()) {
            var name = new Contacts(turn.sql()).name(turn.speaker().contactId().orElseThrow());
            staff.ifPresentOrElse(
                    member -> turn.say(Text.of(LinkingText.KNOWN_STAFF)
                            .with("name", name)
                            .with("role", member.role().code())),
                    () -> turn.say(Text.of(LinkingText.KNOWN).with("name", name)));
            staff.ifPresent(_ -> turn.offer(LinkingText.ANOTHER_CHAT, Action.of(ANOTHER)));
            turn.offer(LinkingText.UNLINK, Action.of(UNLINK));
        } else if (organization.mailbox().isPresent()) {
            new FormFilling(form).open(turn, Understanding.nothing());
        } else {
            turn.say(LinkingText.HOW_WITHOUT);
            turn.offerOwnPhone(LinkingText.SHARE_PHONE, Action.of(OWN_PHONE));
        }
    }

    /** A colleague who is signed in here signs in elsewhere without an administrator. */
    private void codeForAnother(Turn turn) {
        turn.speaker()
                .staff()
                .ifPresentOrElse(
                        member -> turn.say(Text.of(LinkingText.CODE_FOR_ANOTHER)
                                .with("code", new Invitations(turn.sql(), random).create(member.id(), turn.at()))),
                        () -> link(turn));
    }

    /** Who types what the button says, has to press it all the same. */
    private static void askToShare(Turn turn) {
        turn.say(LinkingText.PRESS_TO_SHARE);
        turn.offerOwnPhone(LinkingText.SHARE_PHONE, Action.of(OWN_PHONE));
    }

    /** Who got somebody else's number is not whom we know by it. */
    private static void unlink(Turn turn, Heard heard) {
        var contact = turn.speaker().contactId().filter(_ -> turn.speaker().isKnown());
        var phone = heard.argument(PHONE);
        if (contact.isPresent() && phone.isPresent()) {
            new ContactPoints(turn.sql()).giveUp(contact.get(), new ContactPoint(PointKind.PHONE, phone.get()));
        }
        turn.belongsToNobody();
        turn.say(LinkingText.UNLINKED);
    }

    private static void confirm(Turn turn, Heard heard) {
        Proven.by(turn, heard)
                .ifPresentOrElse(
                        proof -> Recognised.welcome(turn, new Introductions(turn).proven(proof), Map.of()),
                        () -> turn.say(LinkingText.PROOF_USED));
    }
}
