package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import org.otklik.contacts.ContactSlot;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Mentions;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.Understanding;
import org.otklik.staff.StaffMembers;

/** Whose card is changed: who is named and is no value of the change, else whom staff spoke of last. */
final class UpdatedSlot implements Slot<Long> {
    private final ContactSlot named;

    UpdatedSlot(String form) {
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
    public void ask(Turn turn, Answers answers) {
        named.ask(turn, answers);
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var subject = subject(turn, understanding, asked).filter(said -> names(turn, said));
        return subject.map(said -> named.hear(turn, said, asked))
                .orElseGet(() -> asked
                        ? Optional.empty()
                        : turn.topic().or(() -> turn.state().topic()));
    }

    private static boolean names(Turn turn, Understanding said) {
        return new Mentions(new Contacts(turn.sql()), said).spelling().isPresent();
    }

    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return subject(turn, understanding, false).flatMap(said -> named.hint(turn, said));
    }

    @Override
    public Optional<Long> recall(Turn turn, String hint) {
        return named.recall(turn, hint);
    }

    /** The message as far as it can name whom it is about; empty where all names in it are values. */
    private static Optional<Understanding> subject(Turn turn, Understanding understanding, boolean asked) {
        var saying = new Saying(understanding);
        var told = ToldName.in(understanding);
        var persons = understanding
                .all(Entity.Person.class)
                .filter(person -> !told.isPart(person) && !isPatronymic(person) && !saying.isValue(person.span()))
                .toList();
        if (saying.says("owner") && persons.size() > 1) {
            var colleagues = new StaffMembers(turn.sql());
            persons = persons.stream()
                    .filter(person ->
                            colleagues.named(person, understanding.text()).isEmpty())
                    .toList();
        }
        if (persons.size() == 1 && RelationReader.isTold(understanding)) {
            persons = List.of();
        }
        if (!persons.isEmpty()) {
            return Optional.of(naming(understanding, persons.getFirst()));
        }
        boolean isOfAPerson = saying.says("works") || saying.says("left") || told.isTold();
        var organization = understanding
                .all(Entity.Organization.class)
                .filter(named -> !isOfAPerson && !saying.isValue(named.span()))
                .findFirst();
        if (organization.isPresent()) {
            return Optional.of(naming(understanding, organization.get()));
        }
        boolean isMore = isOfAPerson || RelationReader.isTold(understanding);
        if (asked || (!isMore && saying.isWithoutTags())) {
            return Optional.of(naming(understanding));
        }
        return knownIn(isMore ? saying.beforeValues() : saying.besideTags());
    }

    /** A name that is no more than a word: "zhukov now works at Bloom", "tag zhukov “choir”". */
    private static Optional<Understanding> knownIn(String name) {
        return Optional.of(name)
                .filter(words -> !words.isBlank())
                .map(words -> new Understanding(words, Optional.empty(), List.of(), List.of(), List.of()));
    }

    private static Understanding naming(Understanding understanding, Entity... named) {
        return new Understanding(
                understanding.text(), understanding.language(), List.of(), understanding.acts(), List.of(named));
    }

    private static boolean isPatronymic(Entity.Person person) {
        return person.name().parts().stream().allMatch(part -> part.kind() == Kind.PATRONYMIC);
    }
}
