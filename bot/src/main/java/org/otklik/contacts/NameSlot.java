package org.otklik.contacts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.organization.Organization;

/** Asks somebody unknown for their name, after telling how it will be used. */
public class NameSlot implements Slot<PersonName> {
    private static final int LONGEST = 100;
    /** A bare answer to "what is your name": one to four words of letters. */
    private static final Pattern BARE = Pattern.compile("[\\p{L}’'.-]{2,40}(?: [\\p{L}’'.-]{1,40}){0,3}");

    private static final WordPatterns INTRODUCTIONS = new WordPatterns("introductions");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}’'.-]*(?: \\p{Lu}[\\p{L}’'.-]*)*");
    private static final Pattern ADDRESSES = Pattern.compile("[,;]?\\s*(?:\\S+@\\S+|\\+?[\\d()\\s-]{7,})");

    private final Organization organization;

    public NameSlot(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public Class<PersonName> type() {
        return PersonName.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return turn.speaker().contactId().isEmpty();
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(ContactsText.ASK_NAME);
        turn.say(organization
                .privacyNotice()
                .map(url -> Text.of(ContactsText.NOTICE_AND_MORE).with("url", url))
                .orElse(Text.of(ContactsText.NOTICE)));
    }

    @Override
    public Optional<PersonName> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked) {
            return introduced(understanding);
        }
        // A name that is also a word may be recognised in part only, where the answer is nothing but the name.
        var bare = bare(understanding);
        var person = understanding.all(Entity.Person.class).findFirst();
        return person.filter(found -> bare.isEmpty()
                        || found.span().in(understanding.text()).length()
                                == bare.get().full().length())
                .map(found -> PersonName.of(found.name()))
                .or(() -> bare);
    }

    /** "I am Anna Petrova", said unasked; in the nominative, since it may be somebody else who is spoken of. */
    private static Optional<PersonName> introduced(Understanding understanding) {
        var text = understanding.text();
        return understanding
                .all(Entity.Person.class)
                .filter(person ->
                        person.span().in(text).equalsIgnoreCase(person.name().base()))
                .filter(person -> INTRODUCTIONS.find(text).stream()
                        .anyMatch(found -> found.span().end() <= person.span().start()
                                && text.substring(
                                                found.span().end(),
                                                person.span().start())
                                        .isBlank()))
                .findFirst()
                .map(person -> PersonName.of(person.name()));
    }

    private static Optional<PersonName> bare(Understanding understanding) {
        var words = ADDRESSES.matcher(understanding.text()).replaceAll("").strip();
        boolean isWrittenAsAName = CAPITALISED.matcher(words).matches();
        boolean saysSomethingElse = understanding.main().filter(Act::isSure).isPresent();
        if (!BARE.matcher(words).matches() || (saysSomethingElse && !isWrittenAsAName)) {
            return Optional.empty();
        }
        return Optional.of(PersonName.parse(words));
    }

    @Override
    public Optional<Text> objection(Turn turn, PersonName value) {
        int length = value.full().length();
        return length < 2 || length > LONGEST ? Optional.of(Text.of(ContactsText.BAD_NAME)) : Optional.empty();
    }
}
