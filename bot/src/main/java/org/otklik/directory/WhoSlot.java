package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.contacts.PersonName;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/** Who is added. A person who is named beside an organisation is meant, and the organisation is where they work. */
final class WhoSlot implements Slot<Who> {
    private static final WordPatterns WORDS = new WordPatterns("contact-words");
    private static final Pattern BARE = Pattern.compile("[\\p{L}\u2019'.-]+(?: [\\p{L}\u2019'.-]+){0,3}");
    private static final int LONGEST = 100;

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
        turn.say(NewContactText.WHOM_TO_ADD);
    }

    @Override
    public Optional<Who> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Person.class)
                .findFirst()
                .map(person -> Who.of(PersonName.of(person.name())))
                .or(() -> understanding
                        .all(Entity.Organization.class)
                        .findFirst()
                        .map(organization -> Who.of(organization.base())))
                .or(() -> quoted(understanding.text()))
                .or(() -> asked ? bare(understanding.text()) : Optional.empty());
    }

    private static Optional<Who> quoted(String text) {
        return WORDS.has(text, "organization")
                ? Saying.quoted(text).stream().findFirst().map(Who::of)
                : Optional.empty();
    }

    private static Optional<Who> bare(String text) {
        var words = text.strip();
        return BARE.matcher(words).matches() ? Optional.of(Who.of(PersonName.parse(words))) : Optional.empty();
    }

    /** A name that another form did not know. */
    @Override
    public Optional<Who> recall(Turn turn, String hint) {
        return quotedOrBare(hint);
    }

    private static Optional<Who> quotedOrBare(String hint) {
        return BARE.matcher(hint).matches() ? bare(hint) : Optional.of(Who.of(hint));
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
