package org.otklik.contacts;

import static org.otklik.schema.Tables.MESSAGE;
import static org.otklik.schema.Tables.STAFF;

import java.util.Optional;
import org.otklik.channels.Letter.Authentication;
import org.otklik.conversation.Identity;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.AddressProofRecord;

/**
 * Makes a contact of a visitor who says a name and an address. Always a new one, never silently the stored one: what is typed
 * is only claimed, and the bot must not show by its answer that it knows somebody.
 */
public final class Introductions {
    private final Turn turn;

    public Introductions(Turn turn) {
        this.turn = turn;
    }

    /** The contact of this conversation, made now if need be; the consent is kept with the message that gave it. */
    public long introduce(PersonName name, Optional<ContactPoint> point) {
        var contacts = new Contacts(turn.sql());
        long contactId = turn.speaker().contactId().orElseGet(() -> add(contacts, name));
        point.ifPresent(told -> add(contactId, told));
        return contactId;
    }

    /** What is typed is only claimed; the address of a letter that its server vouches for is proven, if it is nobody else's. */
    private void add(long contactId, ContactPoint point) {
        var points = new ContactPoints(turn.sql());
        boolean isProven = turn.message()
                .letter()
                .filter(letter -> letter.authentication() == Authentication.PASSED)
                .filter(_ -> point.equals(new ContactPoint(
                        PointKind.EMAIL, turn.conversation().address().value())))
                .isPresent();
        if (isProven && points.holders(point).isEmpty()) {
            points.verify(contactId, point);
        } else {
            points.add(contactId, point);
        }
    }

    /** Whose address was proven, which ties the conversation to them; somebody new where nobody has it. */
    public long proven(AddressProofRecord proof) {
        var contacts = new Contacts(turn.sql());
        long contactId = Optional.ofNullable(proof.getContactId())
                .or(() -> new AddressProofs(turn.sql()).owner(proof.getAddress()))
                .orElseGet(() -> {
                    var name = new PersonName(Optional.of(proof.getAddress()), Optional.empty(), Optional.empty());
                    var channel = turn.conversation().address().channel();
                    return contacts.add(new Contacts.NewPerson(name, turn.language(), channel), turn.at());
                });
        new ContactPoints(turn.sql()).verify(contactId, new ContactPoint(PointKind.EMAIL, proof.getAddress()));
        turn.belongsTo(contactId, isColleagueInChat(contactId) ? Identity.LINKED : Identity.VERIFIED);
        return contactId;
    }

    /** Rights of a colleague come with the code of an invitation, and not with a mailbox. */
    private boolean isColleagueInChat(long contactId) {
        return turn.message().letter().isEmpty()
                && turn.sql().fetchExists(STAFF, STAFF.CONTACT_ID.eq(contactId).and(STAFF.ACTIVE.isTrue()));
    }

    private long add(Contacts contacts, PersonName name) {
        var channel = turn.conversation().address().channel();
        long contactId = contacts.add(new Contacts.NewPerson(name, turn.language(), channel), turn.at());
        new Consents(turn.sql())
                .grant(
                        contactId,
                        Consents.Purpose.DATA_PROCESSING,
                        channel,
                        turn.message().id(),
                        turn.at());
        turn.belongsTo(contactId, Identity.ANONYMOUS);
        if (!wasTold()) {
            turn.say(ContactsText.NOTICE);
        }
        return contactId;
    }

    /** Who was asked for the name has read the notice; who said it unasked has not. */
    private boolean wasTold() {
        // The longer notice goes on where the shorter one has its full stop.
        var notice = turn.written(Text.of(ContactsText.NOTICE)).replaceFirst("\\.$", "");
        return turn.sql()
                .fetchExists(
                        MESSAGE,
                        MESSAGE.CONVERSATION_ID
                                .eq(turn.conversation().id())
                                .and(MESSAGE.DIRECTION.eq("out"))
                                .and(MESSAGE.BODY.contains(notice)));
    }
}
