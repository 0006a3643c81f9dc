package org.otklik.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Relationships;
import org.otklik.contacts.Relationships.Kind;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.WordPatterns;
import org.otklik.schema.tables.records.ContactRecord;

/**
 * Reads what two people are to each other: "Anna is Mark's wife", "the mother of Boris is Anna". Whose wife or mother it is, is who
 * stands in the genitive: with an s before the word, after "of", or in another case than the nominative right behind it.
 */
final class RelationReader {
    private static final WordPatterns WORDS = new WordPatterns("relations");
    private static final Phrases PRONOUNS = new Phrases("pronouns");
    private static final String OF = "of";
    private static final Set<String> SMALL = Set.of(OF, "filler");

    private RelationReader() {}

    /** Whether a text speaks of a tie between people at all. */
    static boolean speaksOfOne(Understanding understanding) {
        return word(understanding).isPresent() && persons(understanding).size() <= 2;
    }

    /** Whether two people are named, or one and somebody spoken of before. */
    static boolean isTold(Understanding understanding) {
        var persons = persons(understanding);
        return speaksOfOne(understanding)
                && (persons.size() == 2 || (persons.size() == 1 && isOfHim(understanding, persons.getFirst())));
    }

    /** "Her husband is Mark": the pronoun stands before the word, and the name right behind it. */
    private static boolean isOfHim(Understanding understanding, Entity.Person person) {
        var text = understanding.text();
        return word(understanding)
                .filter(word -> PRONOUNS.isIn(text.substring(0, word.span().start()))
                        && isRightBehind(text, word.span(), person))
                .isPresent();
    }

    private static List<Entity.Person> persons(Understanding understanding) {
        return understanding.all(Entity.Person.class).toList();
    }

    private static Optional<WordPatterns.Found> word(Understanding understanding) {
        return WORDS.find(understanding.text()).stream()
                .filter(found -> !SMALL.contains(found.name()))
                .findFirst();
    }

    static Optional<Relation> in(Turn turn, Understanding understanding) {
        var persons = persons(understanding);
        var word = word(understanding);
        if (word.isEmpty() || !isTold(understanding)) {
            return Optional.empty();
        }
        var first = persons.getFirst();
        if (persons.size() == 1) {
            return turn.state()
                    .topic()
                    .flatMap(whose -> stored(turn, understanding, first)
                            .flatMap(holder -> relation(turn, word.get().name(), holder, whose)));
        }
        var last = persons.getLast();
        boolean isOfFirst = isOf(understanding, first, last, word.get().span());
        var whose = stored(turn, understanding, isOfFirst ? first : last);
        var holder = stored(turn, understanding, isOfFirst ? last : first);
        return whose.flatMap(
                owner -> holder.flatMap(one -> relation(turn, word.get().name(), one, owner)));
    }

    /** Whether the word belongs to the first of the two: "Mark's wife is Anna". */
    private static boolean isOf(Understanding understanding, Entity.Person first, Entity.Person last, Span word) {
        var text = understanding.text();
        boolean isFirstRightBehind = isRightBehind(text, word, first);
        boolean isLastRightBehind = isRightBehind(text, word, last);
        if (isFirstRightBehind || isLastRightBehind) {
            var behind = isFirstRightBehind ? first : last;
            return isInNominative(text, behind, word) != isFirstRightBehind;
        }
        return first.span().end() <= word.start() && last.span().start() >= word.end();
    }

    private static boolean isRightBehind(String text, Span word, Entity.Person person) {
        return person.span().start() >= word.end()
                && WORDS.without(text.substring(word.end(), person.span().start()))
                        .chars()
                        .noneMatch(Character::isLetterOrDigit);
    }

    /** Latin names have no cases: there it is "of" that makes the genitive. */
    private static boolean isInNominative(String text, Entity.Person person, Span word) {
        boolean hasOf = WORDS.has(text.substring(word.end(), person.span().start()), OF);
        var typed = person.span().in(text);
        boolean isLatin = typed.chars().allMatch(c -> c < 0x400);
        return isLatin ? !hasOf : typed.equalsIgnoreCase(person.name().base());
    }

    private static Optional<Long> stored(Turn turn, Understanding understanding, Entity.Person person) {
        var contacts = new Contacts(turn.sql());
        return Stream.of(person.name().base(), person.span().in(understanding.text()))
                .map(contacts::named)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .map(ContactRecord::getId);
    }

    private static Optional<Relation> relation(Turn turn, String word, long holder, long whose) {
        return switch (word) {
            case "spouse" -> Optional.of(new Relation(holder, Kind.SPOUSE, whose));
            case "parent" -> Optional.of(new Relation(holder, Kind.PARENT, whose));
            case "child" -> Optional.of(new Relation(whose, Kind.PARENT, holder));
            case "relative" -> Optional.of(new Relation(holder, Kind.HOUSEHOLD, whose));
            case "referred" -> Optional.of(new Relation(holder, Kind.REFERRED_BY, whose));
            default -> colleagues(turn, holder, whose);
        };
    }

    /** Of two colleagues the one works where the other is known to. */
    private static Optional<Relation> colleagues(Turn turn, long one, long other) {
        var ofOne = employer(turn, one);
        var ofOther = employer(turn, other);
        return ofOne.isPresent() == ofOther.isPresent()
                ? Optional.empty()
                : ofOne.map(place -> new Relation(other, Kind.EMPLOYEE_OF, place))
                        .or(() -> ofOther.map(place -> new Relation(one, Kind.EMPLOYEE_OF, place)));
    }

    private static Optional<Long> employer(Turn turn, long contactId) {
        return new Relationships(turn.sql())
                .from(contactId).stream()
                        .filter(other -> other.kind() == Kind.EMPLOYEE_OF || other.kind() == Kind.DIRECTOR_OF)
                        .map(Relationships.Other::contactId)
                        .findFirst();
    }
}
