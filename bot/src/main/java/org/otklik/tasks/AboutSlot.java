package org.otklik.tasks;

import java.util.List;
import java.util.Optional;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Act;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.staff.StaffMembers;

/** Whom a task is about, if anybody: named in what is to be done, or spoken of before. Who does it is somebody else. */
final class AboutSlot implements Slot<Long> {
    private static final Phrases PRONOUNS = new Phrases("pronouns");

    private final ContactSlot contact = new ContactSlot(TaskForm.NAME, false);
    private final Organization organization;
    private final TaskWords words;
    private final EntityRecognizer recognizer;

    AboutSlot(Organization organization, TaskWords words, EntityRecognizer recognizer) {
        this.organization = organization;
        this.words = words;
        this.recognizer = recognizer;
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
    public boolean isNeeded(Turn turn, Answers answers) {
        return contact.isNeeded(turn, answers);
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        contact.ask(turn, answers);
    }

    /** A colleague whom the words name is not whom the task is about: then it is whoever the message spoke of before. */
    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        return (asked ? Optional.<Long>empty() : namedLater(turn, understanding))
                .or(() -> contact.hear(turn, asked ? understanding : matter(turn, understanding), asked))
                .filter(id -> !isColleague(turn, id))
                // "Baker is ill, remind me to ask how he is": named in the news that lead to the request.
                .or(() -> contact.hear(turn, understanding, asked).filter(id -> !isColleague(turn, id)))
                .or(() -> asked ? Optional.empty() : turn.topic().filter(id -> !isColleague(turn, id)));
    }

    /** "Remind me to post her the photos: I met Anna": whom a pronoun means is named behind it. */
    private Optional<Long> namedLater(Turn turn, Understanding understanding) {
        var contacts = new Contacts(turn.sql());
        var matter = matter(turn, understanding);
        boolean isPronoun = turn.topic().isEmpty()
                && PRONOUNS.isIn(matter.text())
                && new Mentions(contacts, matter).spelling().isEmpty();
        return Optional.of(Mentions.in(contacts, understanding.text()).known())
                .filter(known -> isPronoun && known.size() == 1)
                .map(known -> known.getFirst().getId())
                .filter(id -> !isColleague(turn, id));
    }

    private static boolean isColleague(Turn turn, long contactId) {
        return new StaffMembers(turn.sql()).isActive(contactId);
    }

    /** What is to be done, without who does it. */
    private Understanding matter(Turn turn, Understanding understanding) {
        var title = words.request(
                        turn.sql(),
                        understanding,
                        organization.day(turn.message().sentAt()))
                .title();
        var entities = recognizer.recognize(
                title, turn.language(), turn.message().sentAt(), organization.zone(), organization.region());
        var act = new Act(TaskForm.CREATE, 1, 1, title, entities, false);
        return new Understanding(title, understanding.language(), List.of(), List.of(act), entities);
    }

    /** Only a name that several have is asked about: a task may speak of people whom nobody has on record. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return contact.hint(turn, matter(turn, understanding))
                .or(() -> contact.hint(turn, understanding))
                .filter(name -> new Contacts(turn.sql()).named(name).size() > 1);
    }

    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return contact.recall(turn, hint);
    }
}
