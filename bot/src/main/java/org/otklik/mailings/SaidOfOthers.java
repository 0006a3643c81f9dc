package org.otklik.mailings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.schema.tables.records.ContactRecord;

/** Staff pass on what somebody else wants of the mailings: it is that contact's wish, and never their own. */
final class SaidOfOthers {
    /** What is done for the one who is meant. */
    interface Wish {
        void of(ContactRecord contact);
    }

    private SaidOfOthers() {}

    /** Does it for who is named, or asks who that is; returns false where nobody else is spoken of. */
    static boolean done(Turn turn, Heard heard, Wish wish) {
        if (!turn.speaker().isStaff()) {
            return false;
        }
        boolean isNamed = heard.act().entities().stream()
                .anyMatch(entity -> entity.namesSomebody() || entity instanceof Entity.Email);
        var named = meant(turn, heard);
        if (!isNamed && named.isEmpty()) {
            return false;
        }
        var meant = named.stream()
                .filter(contact -> turn.speaker()
                        .contactId()
                        .filter(contact.getId()::equals)
                        .isEmpty())
                .toList();
        if (meant.size() == 1) {
            turn.about(meant.getFirst().getId());
            wish.of(meant.getFirst());
        } else {
            turn.say(Text.of(MailingsText.WHOSE_WISH)
                    .with("names", meant.stream().map(ContactRecord::getName).toList())
                    .with("found", meant.isEmpty() ? "none" : "several"));
        }
        return true;
    }

    private static List<ContactRecord> meant(Turn turn, Heard heard) {
        var own = heard.whole().only(heard.act());
        Optional<ContactPoint> address = own.all(Entity.Email.class)
                .map(email -> new ContactPoint(PointKind.EMAIL, email.value()))
                .findFirst();
        return Stream.concat(
                        address.stream().flatMap(point -> new ContactPoints(turn.sql()).holders(point).stream()),
                        new Mentions(new Contacts(turn.sql()), own).known().stream())
                .distinct()
                .toList();
    }
}
