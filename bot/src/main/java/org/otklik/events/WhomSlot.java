package org.otklik.events;

import java.util.Optional;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.ContactRecord;

/** Whom staff sign up: somebody else whom they name. Never asked for, since people sign up themselves. */
final class WhomSlot implements Slot<Long> {
    @Override
    public String name() {
        return "whom";
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("never asked for");
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
