package org.otklik.contacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Whom of the stored contacts a member of staff means. Nobody is ever guessed: several of one name are offered, and so is who is
 * merely called alike.
 */
public final class ContactNames {
    /** The argument of a button that has chosen a contact. */
    public static final String CONTACT = "contact";

    private static final int CHOICES = 5;
    private static final int LONGEST_NAME = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}’'-]+");

    private final String intent;

    /** @param intent what is asked for again once a contact was chosen */
    public ContactNames(String intent) {
        this.intent = intent;
    }

    /** The contact that is meant; when there is not exactly one, asks which, and returns nothing. */
    public Optional<ContactRecord> resolve(Turn turn, Heard heard) {
        var contacts = new Contacts(turn.sql());
        var chosen = heard.number(CONTACT).flatMap(contacts::find);
        if (chosen.isPresent()) {
            return chosen;
        }
        var named = named(contacts, heard);
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        if (named.isEmpty()) {
            offerAlike(turn, contacts, heard);
        } else if (named.size() > CHOICES) {
            turn.say(Text.of(ContactsText.TOO_MANY).with("count", named.size()));
        } else {
            turn.say(ContactsText.WHICH_ONE);
            offer(turn, heard, named);
        }
        return Optional.empty();
    }

    /** Names that were recognised, or else the longest run of words that is a name we know. */
    private static List<ContactRecord> named(Contacts contacts, Heard heard) {
        return Stream.concat(recognised(heard), runs(heard.text()))
                .map(contacts::named)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<String> recognised(Heard heard) {
        return heard.act().entities().stream().flatMap(entity -> switch (entity) {
            case Entity.Person person ->
                Stream.of(person.name().base(), person.span().in(heard.whole().text()));
            case Entity.Organization organization ->
                Stream.of(
                        organization.base(),
                        organization.span().in(heard.whole().text()));
            default -> Stream.empty();
        });
    }

    private static Stream<String> runs(String text) {
        var words = WORD.matcher(text).results().map(found -> found.group()).toList();
        return Stream.iterate(Math.min(LONGEST_NAME, words.size()), length -> length > 0, length -> length - 1)
                .flatMap(length -> Stream.iterate(0, start -> start + length <= words.size(), start -> start + 1)
                        .map(start -> String.join(" ", words.subList(start, start + length))));
    }

    private void offerAlike(Turn turn, Contacts contacts, Heard heard) {
        var spelling = recognised(heard).findFirst();
        var alike = spelling.map(name -> contacts.alike(name, CHOICES)).orElse(List.of());
        if (!alike.isEmpty()) {
            turn.say(Text.of(ContactsText.ONLY_ALIKE).with("name", spelling.orElseThrow()));
            offer(turn, heard, alike);
        } else if (spelling.isPresent()) {
            turn.say(Text.of(ContactsText.NOBODY_FOUND).with("name", spelling.get()));
        } else {
            turn.say(ContactsText.WHOM);
        }
    }

    private void offer(Turn turn, Heard heard, List<ContactRecord> contacts) {
        for (var contact : contacts) {
            var label = Text.of(ContactsText.CHOICE).with("name", contact.getName());
            turn.offer(label, new Action(intent, chosen(heard, contact)), Answer.NEITHER);
        }
    }

    private static Map<String, String> chosen(Heard heard, ContactRecord contact) {
        var arguments = new HashMap<>(heard.arguments());
        arguments.put(CONTACT, String.valueOf(contact.getId()));
        arguments.put("text", heard.text());
        return arguments;
    }
}
