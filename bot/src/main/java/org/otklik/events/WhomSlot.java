package org.otklik.events;

import java.util.Optional;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/** Whom staff sign up: somebody else whom they name. Never asked for, since people sign up themselves. */
final class WhomSlot extends SaidSlot<Long> {
    WhomSlot() {
        super("whom", Long.class);
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!turn.speaker().isStaff()) {
            return Optional.empty();
        }
        var known = new Mentions(new Contacts(turn.sql()), understanding).known();
        return known.size() == 1
                ? Optional.of(known.getFirst())
                        .filter(contact -> contact.getKind().equals("person"))
                        .map(ContactRecord::getId)
                        .filter(id ->
                                turn.speaker().contactId().filter(id::equals).isEmpty())
                : Optional.empty();
    }
}
