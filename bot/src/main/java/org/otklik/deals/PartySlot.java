package org.otklik.deals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** With whom a deal is. Its title stands in quotation marks like the name of an organisation, and is none. */
final class PartySlot implements Slot<Long> {
    private final ContactSlot contact;
    private final DealWords words;

    PartySlot(String form, DealWords words) {
        this.contact = new ContactSlot(form, true);
        this.words = words;
    }

    @Override
    public String name() {
        return Form.CONTACT;
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        contact.ask(turn, answers);
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        return contact.hear(turn, party(turn, understanding), asked);
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return contact.hint(turn, party(turn, understanding));
    }

    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return contact.recall(turn, hint);
    }

    private Understanding party(Turn turn, Understanding understanding) {
        return title(turn, understanding)
                .map(title -> DealWords.without(understanding, List.of(title.span())))
                .orElse(understanding);
    }

    /** The text with marks for whoever is named, and for sums and days: none of them is what a deal is for. */
    String withoutNames(Turn turn, Understanding understanding) {
        return marked(turn, understanding, understanding.entities().stream());
    }

    private static String marked(Turn turn, Understanding understanding, Stream<Entity> entities) {
        var text = new StringBuilder(understanding.text());
        Stream.concat(
                        entities.map(Entity::span),
                        new Mentions(new Contacts(turn.sql()), understanding).place().stream())
                .forEach(span -> {
                    for (int at = span.start(); at < span.end(); at++) {
                        text.setCharAt(at, DealWords.NAMED);
                    }
                });
        return text.toString();
    }

    /** The text with marks for the other side alone, and for sums and days: a title behind it may look like a name. */
    String withoutParty(Turn turn, Understanding understanding) {
        var values = understanding.entities().stream().filter(entity -> !entity.namesSomebody());
        return marked(turn, understanding, values);
    }

    /** What stands in quotation marks and names nobody whom we know; of two strange names the last one. */
    Optional<DealWords.Quoted> title(Turn turn, Understanding understanding) {
        var contacts = new Contacts(turn.sql());
        return words.quoted(understanding.text()).stream()
                .filter(quoted -> contacts.named(quoted.name()).isEmpty())
                .reduce((one, other) -> other);
    }
}
