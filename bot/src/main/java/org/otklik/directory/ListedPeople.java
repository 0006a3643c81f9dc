package org.otklik.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/** "Take the tag off them", "untag the second one": whom words below a list of people mean that name nobody. */
public final class ListedPeople implements Preparation {
    /** The tag that the people of a list have. */
    private static final String TAG = "tag";

    private static final String CARD = "contacts.find";
    private static final Phrases ORDINALS = new Phrases("ordinals");
    private static final WordPatterns UPDATES = new WordPatterns("updates");

    /** The card of somebody on a list, to be offered below it. */
    static Action card(ContactRecord contact, String tag) {
        return new Action(CARD, Map.of(Form.CONTACT, contact.getName(), TAG, tag));
    }

    /** What the people of the list have that was just shown. */
    static Optional<String> tag(Turn turn) {
        return cards(turn).map(card -> said(card, TAG)).findFirst();
    }

    private static Stream<Action> cards(Turn turn) {
        return turn.state().offered().stream()
                .map(Choice::action)
                .filter(action ->
                        action.intent().equals(CARD) && action.arguments().containsKey(TAG));
    }

    private static String said(Action card, String argument) {
        return card.arguments().getOrDefault(argument, "");
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (cards(turn).findAny().isEmpty()) {
            return understanding;
        }
        var listed = cards(turn)
                .flatMap(card -> new Contacts(turn.sql())
                        .named(said(card, Form.CONTACT)).stream().limit(1))
                .toList();
        var acts = new ArrayList<Act>();
        for (var act : understanding.acts()) {
            var meant = isOfNobody(act) ? meant(act.text(), listed) : List.<ContactRecord>of();
            if (meant.isEmpty()) {
                acts.add(act);
            }
            meant.forEach(contact -> acts.add(act.about(named(contact))));
        }
        return understanding.with(acts);
    }

    private static boolean isOfNobody(Act act) {
        return act.is(SpeakingOfOthers.UPDATE) && act.entities().stream().noneMatch(Entity::namesSomebody);
    }

    private static List<ContactRecord> meant(String text, List<ContactRecord> listed) {
        var number = ORDINALS.within(text).map(Integer::parseInt).filter(n -> n <= listed.size());
        if (number.isPresent()) {
            return List.of(listed.get(number.get() - 1));
        }
        return UPDATES.has(text, "everyone") ? listed : List.of();
    }

    private static Entity named(ContactRecord contact) {
        return new Entity.Person(
                new Span(0, 0), new PersonName(List.of(new PersonName.Part(PersonName.Kind.GIVEN, contact.getName()))));
    }
}
