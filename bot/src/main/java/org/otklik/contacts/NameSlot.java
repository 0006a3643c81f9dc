package org.otklik.contacts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.organization.Organization;

/** Asks somebody unknown for their name, after telling how it will be used. */
public class NameSlot implements Slot<PersonName> {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}’'.-]+(?: [\\p{L}’'.-]+){0,3}");
    /** A bare answer to "what is your name": one to four words of letters. */
    private static final Pattern BARE = Pattern.compile("[\\p{L}’'.-]{2,40}(?: [\\p{L}’'.-]{1,40}){0,3}");

    /** "Ok" is nobody's name. */
    private static final Phrases COMMANDS = new Phrases("commands");

    private static final WordPatterns INTRODUCTIONS = new WordPatterns("introductions");
    /** "I'm Anna", and just as well "I'm free on Saturdays". */
    private static final String BEING = "being";

    private static final Phrases HERE = new Phrases("signing");
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
    public boolean isOfSpeaker() {
        return true;
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
            return introduced(understanding)
                    .or(() -> said(turn, understanding))
                    .or(() -> beside(understanding))
                    .or(() -> signed(understanding));
        }
        var tooLong =
                impossible(turn.message().text()).filter(name -> name.full().length() > LONGEST);
        if (tooLong.isPresent()) {
            return tooLong;
        }
        // A name that is also a word may be recognised in part only, where the answer is nothing but the name.
        var bare = bare(understanding);
        var person = understanding.all(Entity.Person.class).findFirst();
        return introduced(understanding)
                .or(() -> person.filter(found -> bare.isEmpty()
                                || found.span().in(understanding.text()).length()
                                        == bare.get().full().length())
                        .map(found -> PersonName.of(found.name())))
                .or(() -> bare)
                .or(() -> impossible(understanding.text()));
    }

    /** A single letter, or hundreds of them, is an answer as well; what is wrong with it has to be said. */
    private static Optional<PersonName> impossible(String text) {
        return Optional.of(text.strip())
                .filter(words -> LETTERS.matcher(words).matches())
                .filter(words -> words.length() < SHORTEST || words.length() > LONGEST)
                .map(PersonName::parse);
    }

    /** "I am Anna Petrova", said unasked; in the nominative, since it may be somebody else who is spoken of. */
    private static Optional<PersonName> introduced(Understanding understanding) {
        var text = understanding.text();
        return understanding
                .all(Entity.Person.class)
                .filter(person -> isNominative(person, text))
                .filter(person -> INTRODUCTIONS.find(text).stream()
                        .anyMatch(found -> found.span().end() <= person.span().start()
                                && text.substring(
                                                found.span().end(),
                                                person.span().start())
                                        .isBlank()))
                .findFirst()
                .map(person -> PersonName.of(person.name()));
    }

    /** The name that somebody unknown gives beside an address, in a part of the message that says nothing else. */
    private static Optional<PersonName> said(Turn turn, Understanding understanding) {
        return understanding.acts().stream()
                .filter(act ->
                        act.is(OwnProfile.INTENT) && turn.speaker().contactId().isEmpty())
                .flatMap(act -> act.entities().stream())
                .filter(Entity.Person.class::isInstance)
                .map(Entity.Person.class::cast)
                .filter(person -> isNominative(person, understanding.text()))
                .findFirst()
                .map(person -> PersonName.of(person.name()));
    }

    private static boolean isNominative(Entity.Person person, String text) {
        return person.span().in(text).equalsIgnoreCase(person.name().base());
    }

    /** Who leaves an address and a name, and nothing else, has been asked for the address only. */
    private static Optional<PersonName> beside(Understanding understanding) {
        boolean hasAddress = understanding.all(Entity.Email.class).findAny().isPresent()
                || understanding.all(Entity.Phone.class).findAny().isPresent();
        var words = ADDRESSES
                .matcher(understanding.text())
                .replaceAll("")
                .replaceAll("[,;:]+", " ")
                .strip();
        return hasAddress && CAPITALISED.matcher(words).matches()
                ? understanding
                        .all(Entity.Person.class)
                        .filter(person -> person.span().in(understanding.text()).equals(words))
                        .map(person -> PersonName.of(person.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** "Anna Petrova here", and the name that an address follows at once: whose address it is says who writes. */
    private static Optional<PersonName> signed(Understanding understanding) {
        var text = understanding.text();
        return understanding
                .all(Entity.Person.class)
                .filter(person -> isNominative(person, text))
                .filter(person -> isFirst(text.substring(0, person.span().start())))
                .filter(person -> {
                    var behind = text.substring(person.span().end());
                    return HERE.opening(behind).isPresent()
                            || ADDRESSES.matcher(behind).lookingAt();
                })
                .findFirst()
                .map(person -> PersonName.of(person.name()));
    }

    /** Whether a sentence, or what follows a greeting, begins behind these words. */
    private static boolean isFirst(String before) {
        return before.isBlank()
                || ".,;!?:\n".indexOf(before.strip().charAt(before.strip().length() - 1)) >= 0;
    }

    private static Optional<PersonName> bare(Understanding understanding) {
        var said = ADDRESSES.matcher(understanding.text()).replaceAll("").strip();
        var introduction = INTRODUCTIONS.find(said).stream()
                .filter(found -> found.span().start() == 0)
                .findFirst();
        var words = introduction
                .map(found -> said.substring(found.span().end()).strip())
                .orElse(said);
        boolean isWrittenAsAName = CAPITALISED.matcher(words).matches();
        boolean isKnownAsOne = understanding.all(Entity.Person.class).findAny().isPresent();
        boolean saysSomethingElse = understanding.main().filter(Act::isSure).isPresent()
                || (introduction.filter(found -> found.name().equals(BEING)).isPresent() && !isKnownAsOne);
        if (!BARE.matcher(words).matches()
                || COMMANDS.meaning(words).isPresent()
                || (saysSomethingElse && !isWrittenAsAName)) {
            return Optional.empty();
        }
        return Optional.of(PersonName.parse(words));
    }

    @Override
    public Optional<Text> objection(Turn turn, PersonName value) {
        int length = value.full().length();
        return length < SHORTEST || length > LONGEST ? Optional.of(Text.of(ContactsText.BAD_NAME)) : Optional.empty();
    }
}
