package org.otklik.directory;

import static org.jooq.impl.DSL.lower;
import static org.otklik.schema.Tables.CONTACT;
import static org.otklik.schema.Tables.TAG;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.access.AccessRules;
import org.otklik.contacts.Reader;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;

/** Who has a tag. Restricted contacts are left out in silence where they may not be seen. */
public final class TaggedPeople implements Skill {
    static final String TAGGED = "directory.tagged";
    private static final int MOST_BUTTONS = 8;

    private final AccessRules access;

    public TaggedPeople(AccessRules access) {
        this.access = access;
    }

    @Override
    public Set<String> intents() {
        return Set.of(TAGGED);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (turn.speaker().isStaff()) {
            new Saying(heard.whole().only(heard.act())).tags(false).forEach(tag -> list(turn, tag));
        }
    }

    private void list(Turn turn, String tag) {
        var reader = new Reader(access, turn);
        var people = turn
                .sql()
                .select(CONTACT.fields())
                .from(CONTACT)
                .join(TAG)
                .on(TAG.CONTACT_ID.eq(CONTACT.ID))
                .where(lower(TAG.TAG_).eq(tag.toLowerCase(Locale.ROOT)))
                .and(CONTACT.MERGED_INTO.isNull())
                .and(CONTACT.ERASED_AT.isNull())
                .orderBy(CONTACT.NAME.collate("und-x-icu"), CONTACT.ID)
                .fetchInto(CONTACT)
                .stream()
                .filter(reader::mayOpen)
                .toList();
        turn.say(Text.of(people.isEmpty() ? UpdateText.NOBODY_TAGGED : UpdateText.TAGGED)
                .with("tag", tag)
                .with("count", people.size()));
        if (!people.isEmpty()) {
            turn.quote(
                    people.stream().map(person -> "\u2022 " + person.getName()).collect(Collectors.joining("\n")));
            people.stream()
                    .limit(MOST_BUTTONS)
                    .forEach(person -> turn.offer(
                            Text.of(UpdateText.CARD_OF).with("name", person.getName()),
                            ListedPeople.card(person, tag),
                            Answer.NEITHER));
        }
        if (people.size() == 1) {
            turn.about(people.getFirst().getId());
        }
    }
}
