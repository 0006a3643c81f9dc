package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.contacts.PersonName;
import org.otklik.contacts.ToldValue;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/** Who is added. A person who is named beside an organisation is meant, and the organisation is where they work. */
final class WhoSlot implements Slot<Who> {
    /** How a name is spelt. */
    static final String SPELT = "spelt";

    private static final WordPatterns UPDATES = new WordPatterns("updates");
    private static final Cues LEADS = new Cues("contrasts");
    private static final Set<String> DENYING = Set.of("not", "bare-not", "instead");
    private static final Set<String> LEADING = Set.of("lead", "but");
    private static final Pattern BARE = Pattern.compile("[\\p{L}\u2019'.-]+(?: [\\p{L}\u2019'.-]+){0,3}");
    private static final int LONGEST = 100;
    /** So much of two spellings of a name is the same. */
    private static final double MOSTLY = 0.6;

    @Override
    public String name() {
        return "who";
    }

    @Override
    public Class<Who> type() {
        return Who.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        if (answers.hint(this).filter(WhoSlot::isNoName).isPresent() && !answers.wasRefused(this)) {
            turn.say(NewContactText.BAD_NAME);
        }
        turn.say(NewContactText.WHOM_TO_ADD);
    }

    /** What was meant as a name, and is too short or too long to be one: "new contact: X". */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return new ToldValue(understanding.text())
                .badName()
                .filter(word -> word.chars().noneMatch(Character::isDigit))
                .filter(_ -> hear(turn, understanding, false).isEmpty());
    }

    private static boolean isNoName(String words) {
        return new ToldValue(words).isNoName();
    }

    @Override
    public Optional<Who> hear(Turn turn, Understanding understanding, boolean asked) {
        var told = ToldName.in(understanding);
        return understanding
                .all(Entity.Person.class)
                .filter(person -> !told.isPart(person))
                .findFirst()
                .map(person -> Who.of(told.in(PersonName.of(person.name()))))
                .or(() -> Optional.of(told).filter(ToldName::isTold).map(name -> Who.of(name.name())))
                .or(() -> understanding
                        .all(Entity.Organization.class)
                        .findFirst()
                        .map(organization -> Who.of(organization.base())))
                .or(() -> NamedOrganization.in(understanding).map(organization -> Who.of(organization.name())))
                .or(() -> asked ? bare(answer(turn, understanding)) : Optional.empty());
    }

    /** What is far too long is judged as it was typed: no reading makes a name of it. */
    private static String answer(Turn turn, Understanding understanding) {
        var typed = turn.message().text().strip();
        return typed.length() > LONGEST ? typed : understanding.text();
    }

    private static Optional<Who> bare(String text) {
        var words = withoutDenial(withoutLead(withoutSpelling(text).strip()));
        return BARE.matcher(words).matches() ? Optional.of(Who.of(PersonName.parse(words))) : Optional.empty();
    }

    /** "Herrero with two r". */
    private static String withoutSpelling(String text) {
        return UPDATES.find(text).stream()
                .filter(remark -> remark.name().equals(SPELT) && remark.span().start() > 0)
                .findFirst()
                .map(remark -> text.substring(0, remark.span().start()))
                .orElse(text);
    }

    /** "No, it's Herrero". */
    private static String withoutLead(String text) {
        return LEADS.in(text).stream()
                .filter(lead -> LEADING.contains(lead.name()) && lead.span().start() == 0)
                .map(lead -> text.substring(lead.span().end()).replaceFirst("^[^\\p{L}]+", ""))
                .findFirst()
                .map(WhoSlot::withoutLead)
                .orElse(text);
    }

    /** "Ferrera, not": what was called wrong is gone already. */
    private static String withoutDenial(String text) {
        return LEADS.in(text).stream()
                .filter(denial ->
                        DENYING.contains(denial.name()) && denial.span().end() == text.length())
                .map(denial -> text.substring(0, denial.span().start()).replaceFirst("[^\\p{L}]+$", ""))
                .findFirst()
                .orElse(text);
    }

    /** A name that another form did not know. */
    @Override
    public Optional<Who> recall(Turn turn, String hint) {
        return isNoName(hint) ? Optional.empty() : quotedOrBare(hint);
    }

    private static Optional<Who> quotedOrBare(String hint) {
        return BARE.matcher(hint).matches() ? bare(hint) : Optional.of(Who.of(hint));
    }

    /** "The surname is Herrero": what was not said again stays. */
    @Override
    public Who corrected(Who present, Who heard) {
        return present.person()
                .flatMap(before -> heard.person().filter(WhoSlot::isOnePart).map(part -> Who.of(merged(before, part))))
                .orElse(heard);
    }

    private static boolean isOnePart(PersonName name) {
        return Stream.of(name.given(), name.patronymic(), name.family())
                        .flatMap(Optional::stream)
                        .count()
                == 1;
    }

    /** A part takes the place of the one that it is spelt like, or else of the one of its kind. */
    private static PersonName merged(PersonName before, PersonName part) {
        var word = part.full();
        if (before.family().filter(family -> isAlike(family, word)).isPresent()) {
            return new PersonName(before.given(), before.patronymic(), Optional.of(word));
        }
        if (before.given().filter(given -> isAlike(given, word)).isPresent()) {
            return new PersonName(Optional.of(word), before.patronymic(), before.family());
        }
        return new PersonName(
                part.given().or(before::given),
                part.patronymic().or(before::patronymic),
                part.family().or(before::family));
    }

    /** Whether most letters are the same ones from either end. */
    private static boolean isAlike(String one, String other) {
        int same = common(one, other) + common(reversed(one), reversed(other));
        return same >= MOSTLY * Math.max(one.length(), other.length());
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    /** "Her surname is Haddadi, not Haddad": the rest of the name stays. */
    @Override
    public Optional<Who> reworded(Who present, Contrast contrast) {
        return contrast.reword(present.name())
                .map(name -> present.person().isPresent() ? Who.of(PersonName.parse(name)) : Who.of(name));
    }

    @Override
    public Optional<Text> objection(Turn turn, Who value) {
        var parts = value.person()
                .map(person ->
                        List.of(person.given().orElse("--"), person.family().orElse("--")))
                .orElse(List.of(value.name()));
        boolean isNoName = value.name().length() > LONGEST
                || value.name().isBlank()
                || (value.person().isPresent()
                        && parts.stream()
                                .allMatch(part -> part.replaceAll("\\P{L}", "").length() < 2));
        return isNoName ? Optional.of(Text.of(NewContactText.BAD_NAME)) : Optional.empty();
    }
}
