package org.otklik.privacy;

import java.util.List;
import java.util.Optional;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Whether a message speaks of somebody else: it names a person or an address that is not the speaker's. */
final class SomebodyElse {
    private final Turn turn;
    private final Understanding understanding;

    SomebodyElse(Turn turn, Understanding understanding) {
        this.turn = turn;
        this.understanding = understanding;
    }

    boolean isNamed() {
        var self = turn.speaker().isKnown() ? turn.speaker().contactId() : Optional.<Long>empty();
        return namesAnother(self) || givesAnother(self);
    }

    private boolean namesAnother(Optional<Long> self) {
        var contacts = new Contacts(turn.sql());
        return understanding
                .all(Entity.Person.class)
                .anyMatch(person -> self.filter(
                                id -> contacts.named(person.name().base()).stream()
                                        .anyMatch(contact -> contact.getId().equals(id)))
                        .isEmpty());
    }

    private boolean givesAnother(Optional<Long> self) {
        var own = self.map(id -> new ContactPoints(turn.sql())
                        .of(id).stream().map(point -> point.getValue()).toList())
                .orElse(List.of());
        return understanding.all(Entity.Phone.class).anyMatch(phone -> !own.contains(phone.value()))
                || understanding.all(Entity.Email.class).anyMatch(email -> !own.contains(email.value()));
    }
}
