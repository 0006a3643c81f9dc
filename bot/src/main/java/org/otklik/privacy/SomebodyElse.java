package org.otklik.privacy;

import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.nlu.Entity;

/** Whether a message about data is about the data of somebody else: it names a person or an address that is not the speaker's. */
final class SomebodyElse {
    private final Turn turn;
    private final Heard heard;

    SomebodyElse(Turn turn, Heard heard) {
        this.turn = turn;
        this.heard = heard;
    }

    boolean isNamed() {
        long self = turn.speaker().contactId().orElseThrow();
        return namesAnother(self) || givesAnother(self);
    }

    private boolean namesAnother(long self) {
        var contacts = new Contacts(turn.sql());
        return heard.whole()
                .all(Entity.Person.class)
                .anyMatch(person -> contacts.named(person.name().base()).stream()
                        .noneMatch(contact -> contact.getId().equals(self)));
    }

    private boolean givesAnother(long self) {
        var own = new Contacts(turn.sql())
                .points(self).stream().map(point -> point.getValue()).toList();
        return heard.whole().all(Entity.Phone.class).anyMatch(phone -> !own.contains(phone.value()))
                || heard.whole().all(Entity.Email.class).anyMatch(email -> !own.contains(email.value()));
    }
}
