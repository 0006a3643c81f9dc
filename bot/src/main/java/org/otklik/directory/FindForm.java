package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Reader;
import org.otklik.contacts.SoughtSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Slot;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ContactRecord;

/** Shows staff the card of a contact, or answers the one thing that they want to know. */
public final class FindForm implements Form {
    private static final String NAME = "find";

    private final Organization organization;
    private final AccessRules access;
    private final SoughtSlot contact = new SoughtSlot(NAME);
    private final QuestionSlot question = new QuestionSlot();

    public FindForm(Organization organization, AccessRules access) {
        this.organization = organization;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("contacts.find");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(contact, question);
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        answers.find(contact)
                .flatMap(new Contacts(turn.sql())::find)
                .ifPresentOrElse(
                        found -> show(turn, found, answers.find(question)), () -> contact.sayNobody(turn, answers));
    }

    private void show(Turn turn, ContactRecord found, Optional<Question> asked) {
        var reader = new Reader(access, turn);
        turn.about(found.getId());
        if (!reader.mayOpen(found)) {
            RequestAccess.sayRestricted(turn, found);
            return;
        }
        var card = new ContactCard(turn, organization, reader, found);
        asked.ifPresentOrElse(
                what -> {
                    var facts = new FactAnswers(card, what);
                    what.facts().forEach(fact -> turn.say(facts.answer(fact)));
                },
                card::say);
    }
}
