package org.otklik.mailings;

import java.util.Set;
import org.otklik.contacts.AddressProofs;
import org.otklik.contacts.Consents;
import org.otklik.contacts.Consents.Purpose;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Admission;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.interactions.Interactions;
import org.otklik.nlu.Phrases;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Ends all mailings at once, and says so once. Receipts and gifts that come again are not mailings. */
public final class Unsubscribe implements Skill, Admission {
    static final String INTENT = "mailing.unsubscribe";

    /** Of the letter that a mail program writes when its reader wants no more of a mailing; what is below it nobody has written. */
    private static final String SUBJECT = "unsubscribe";

    /** So many words may stand between "don't" and what it takes back. */
    private static final int REACH = 2;

    private static final Phrases STAYING = new Phrases("staying");
    private static final Phrases REASONS = new Phrases("reasons");

    private final Organization organization;
    private final StopAddressForm form;

    public Unsubscribe(Organization organization, StopAddressForm form) {
        this.organization = organization;
        this.form = form;
    }

    @Override
    public Set<String> intents() {
        return Set.of(INTENT);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (wantsToStay(turn.message().text())) {
            turn.say(MailingsText.GOING_ON);
        } else if (SaidOfOthers.done(turn, heard, other -> stopFor(turn, other))) {
            return;
        } else if (!isEnded(turn)) {
            new FormFilling(form).open(turn, heard.whole());
        }
    }

    @Override
    public boolean admits(Turn turn) {
        boolean isByProgram = turn.message()
                .letter()
                .filter(letter -> letter.subject().strip().equalsIgnoreCase(SUBJECT))
                .isPresent();
        return !isByProgram || turn.speaker().isStaff() || !isEnded(turn);
    }

    /** Ends the mailings of who writes; false when it is not known who that is. */
    private boolean isEnded(Turn turn) {
        var contact = turn.speaker().contactId();
        if (contact.isPresent()) {
            stop(turn, contact.get());
            keepReason(turn, contact.get());
            return true;
        }
        if (turn.message().letter().isPresent()) {
            var address = turn.conversation().address().value();
            new AddressProofs(turn.sql()).owner(address).ifPresent(owner -> refuse(turn, owner));
            turn.say(Text.of(MailingsText.STOPPED_FOR).with("address", address));
            return true;
        }
        return false;
    }

    /** "Don't stop", "don't unsubscribe me": every word of going is taken back. */
    private static boolean wantsToStay(String text) {
        boolean isUnable = STAYING.within(text).filter("unable"::equals).isPresent();
        boolean stays = false;
        int negated = 0;
        for (var word : text.split("[^\\p{L}\\p{N}]+")) {
            boolean isNot = STAYING.meaning(word).filter("not"::equals).isPresent();
            boolean goes =
                    !isNot && STAYING.firstStem(word).filter("go"::equals).isPresent();
            if (goes && (isUnable || negated == 0)) {
                return false;
            }
            stays |= goes;
            negated = isNot ? REACH : Math.max(0, negated - 1);
        }
        return stays;
    }

    private static void stopFor(Turn turn, ContactRecord other) {
        refuse(turn, other.getId());
        turn.changed();
        turn.say(Text.of(MailingsText.UNSUBSCRIBED_OTHER).with("name", other.getName()));
    }

    private static void stop(Turn turn, long contactId) {
        var said = new Consents(turn.sql()).last(contactId, Purpose.ALL_MAILINGS);
        if (said.filter(isGranted -> !isGranted).isPresent()) {
            turn.say(MailingsText.UNSUBSCRIBED_BEFORE);
        } else {
            refuse(turn, contactId);
            turn.say(MailingsText.UNSUBSCRIBED);
            turn.changed();
        }
    }

    static void refuse(Turn turn, long contactId) {
        new Consents(turn.sql())
                .refuse(
                        contactId,
                        Purpose.ALL_MAILINGS,
                        turn.conversation().address().channel(),
                        turn.message().id(),
                        turn.at());
    }

    /** Why somebody goes is worth knowing. */
    private void keepReason(Turn turn, long contactId) {
        var words = turn.message().text();
        if (REASONS.isIn(words)) {
            new Interactions(turn.sql())
                    .add(new Interactions.OwnWords(
                            contactId,
                            organization.day(turn.message().sentAt()),
                            words,
                            turn.conversation().address().channel(),
                            turn.message().id()));
        }
    }
}
