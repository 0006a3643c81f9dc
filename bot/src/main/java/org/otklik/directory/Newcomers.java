package org.otklik.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;

/**
 * Staff tell of somebody by a full name that nobody has, nor anything like it: the person is added first, with what was said, and
 * then everything else is written about them.
 */
public final class Newcomers implements Preparation {
    private static final String LOG = "interactions.log";

    /** What is written about somebody, and so shows that they are no slip of the pen. */
    private static final Set<String> TELLING =
            Set.of("interactions.log", "giving.record", "giving.donate", "deals.create", SpeakingOfOthers.VOLUNTEERING);

    /** As alike as two spellings of one name; then it is asked who is meant. */
    private static final double ALIKE = 0.6;

    private static final WordPatterns WORDS = new WordPatterns("contact-words");
    private static final int WORDS_BEFORE = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        if (!turn.speaker().isStaff()) {
            return understanding;
        }
        boolean isAdded = understanding.acts().stream().anyMatch(act -> act.is(NewContactForm.CREATE));
        return isAdded ? alsoLogging(understanding) : alsoAdding(turn, understanding);
    }

    /** "Met Nora Castell, her number is …" adds her, and is a meeting as well. */
    private static Understanding alsoLogging(Understanding understanding) {
        boolean isLogged = understanding.acts().stream().anyMatch(act -> act.is(LOG));
        var acts = understanding.acts().stream()
                .flatMap(act -> !isLogged && act.is(NewContactForm.CREATE) && WORDS.has(act.text(), "met")
                        ? Stream.of(act, act.as(LOG))
                        : Stream.of(act))
                .toList();
        return understanding.with(acts);
    }

    private static Understanding alsoAdding(Turn turn, Understanding understanding) {
        return understanding.acts().stream()
                .filter(act -> TELLING.contains(act.intent()) && act.mood().isReal())
                .flatMap(act -> act.entities().stream())
                .filter(Entity.Person.class::isInstance)
                .map(Entity.Person.class::cast)
                .filter(person -> isUnknown(turn, understanding, person))
                .findFirst()
                .map(person -> adding(understanding, person))
                .orElse(understanding);
    }

    /** Whether a full name is nobody's, nor spelt like anybody's. */
    static boolean isUnknown(Turn turn, Understanding understanding, Entity.Person person) {
        var contacts = new Contacts(turn.sql());
        var name = person.name();
        return !name.of(Kind.GIVEN).isEmpty()
                && !name.of(Kind.FAMILY).isEmpty()
                && contacts.named(name.base()).isEmpty()
                && contacts.named(person.span().in(understanding.text())).isEmpty()
                && contacts.alike(name.base(), ALIKE, 1).isEmpty();
    }

    private static Understanding adding(Understanding understanding, Entity.Person person) {
        var acts = new ArrayList<Act>();
        acts.add(creation(understanding, person));
        understanding.acts().stream()
                .map(act -> names(act, Entity.Person.class) ? act : act.about(person))
                .forEach(acts::add);
        return understanding.with(acts);
    }

    private static boolean names(Act act, Class<? extends Entity> kind) {
        return act.entities().stream().anyMatch(kind::isInstance);
    }

    private static Act creation(Understanding understanding, Entity.Person person) {
        var organization = understanding.all(Entity.Organization.class).findFirst();
        var entities = Stream.of(
                        Stream.of(person),
                        organization.stream(),
                        understanding.all(Entity.Phone.class),
                        understanding.all(Entity.Email.class))
                .flatMap(all -> all)
                .map(Entity.class::cast)
                .toList();
        var words = around(understanding.text(), person.span(), organization.map(Entity::span));
        return new Act(NewContactForm.CREATE, 1, 1, words, entities, true);
    }

    /** The words that say who it is: the name, the organisation, and what stands just before. */
    private static String around(String text, Span person, Optional<Span> organization) {
        int from =
                organization.map(span -> Math.min(span.start(), person.start())).orElse(person.start());
        int to = organization.map(span -> Math.max(span.end(), person.end())).orElse(person.end());
        List<Integer> before = WORD.matcher(text.substring(0, from))
                .results()
                .map(MatchResult::start)
                .toList();
        int start = before.isEmpty() ? from : before.get(Math.max(0, before.size() - WORDS_BEFORE));
        return text.substring(start, to);
    }
}
