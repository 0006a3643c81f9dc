package org.otklik.directory;

import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Relationships;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.schema.tables.records.ContactRecord;

/** Adds the organisation that a new person was said to work for, once somebody wants it. */
public final class AddEmployer implements Skill {
    static final String ADD = "directory.add_employer";

    @Override
    public Set<String> intents() {
        return Set.of(ADD);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (turn.speaker().isStaff()) {
            heard.number("contact")
                    .flatMap(new Contacts(turn.sql())::find)
                    .ifPresent(person -> add(turn, heard, person));
        }
    }

    private static void add(Turn turn, Heard heard, ContactRecord person) {
        var place = new Employer(
                heard.argument("organization").orElseThrow(),
                true,
                heard.argument("leads").filter("true"::equals).isPresent());
        long id = place.stored(turn.sql())
                .map(ContactRecord::getId)
                .orElseGet(() ->
                        new Contacts(turn.sql()).addOrganization(place.name(), turn.language(), "staff", turn.at()));
        new Relationships(turn.sql()).add(person.getId(), place.kind(), id);
        turn.changed();
        turn.say(Text.of(NewContactText.EMPLOYER_ADDED)
                .with("organization", place.name())
                .with("name", person.getName()));
    }
}
