package org.otklik.letters;

import java.util.Optional;
import org.otklik.channels.Letter;
import org.otklik.channels.Letter.Forwarded;
import org.otklik.contacts.ContactPoint;
import org.otklik.contacts.ContactPoints;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Contacts.NewPerson;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.PointKind;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/**
 * Who wrote a letter that was passed on: by its address, which makes a contact where there is none; by its name; else it is
 * asked.
 */
final class AuthorSlot implements Slot<Long> {
    private final ContactSlot named;
    private final Phrases authorship = new Phrases("authorship");

    AuthorSlot(String form) {
        this.named = new ContactSlot(form, true);
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
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var author = turn.message().letter().flatMap(Letter::forwarded);
        if (asked || author.isEmpty()) {
            return named.hear(turn, understanding, true);
        }
        return author.get().from().map(address -> byAddress(turn, address, author.get()));
    }

    private static long byAddress(Turn turn, String address, Forwarded letter) {
        var point = new ContactPoint(PointKind.EMAIL, address);
        return new ContactPoints(turn.sql()).owner(point).orElseGet(() -> {
            var contacts = new Contacts(turn.sql());
            var name = PersonName.parse(letter.name().isBlank() ? address : letter.name());
            long added = contacts.add(new NewPerson(name, turn.language(), "email"), turn.at());
            new ContactPoints(turn.sql()).add(added, point);
            return added;
        });
    }

    @Override
    public boolean isAnswer(Understanding understanding) {
        return authorship.isIn(understanding.text());
    }

    /** What stands above the letter may name others. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        var author = turn.message().letter().flatMap(Letter::forwarded);
        return author.isEmpty()
                ? named.hint(turn, understanding)
                : author.map(Forwarded::name).filter(name -> !name.isBlank());
    }

    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return named.recall(turn, hint);
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        if (answers.hint(this).isPresent()) {
            named.ask(turn, answers);
        } else {
            turn.say(LettersText.WHO_WROTE_IT);
        }
    }
}
