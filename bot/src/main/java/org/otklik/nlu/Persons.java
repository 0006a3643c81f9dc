package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.PersonName.Part;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Tokens;

/** Finds people in a text, in either alphabet, with initials before or behind their family names. */
final class Persons {
    private static final int MAX_INITIALS = 2;

    private final Tokens tokens;
    private final RussianPersons russian;
    private final LatinPersons latin;
    private final NameContext context;

    /** Nobody has a longer one, however much one of its parts sounds like a name. */
    private static final int LONGEST_WORD = 60;

    Persons(Chart chart, NameContext context, GivenNames givenNames, NameEndings endings) {
        this.tokens = chart.tokens();
        this.context = context;
        this.russian = new RussianPersons(tokens, context, givenNames, endings);
        this.latin = new LatinPersons(chart, context, givenNames);
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < tokens.size(); ) {
            boolean mayBeName = tokens.at(i).isWord() && tokens.at(i).text().length() <= LONGEST_WORD;
            var person = mayBeName ? at(i) : Optional.<Candidate>empty();
            person.ifPresent(found::add);
            i = person.map(Candidate::to).orElse(i + 1);
        }
        return found;
    }

    private Optional<Candidate> at(int from) {
        int behindInitials = initialsEnd(from);
        if (behindInitials > from) {
            var family = tokens.has(behindInitials)
                    ? named(behindInitials).or(() -> family(behindInitials))
                    : Optional.<Candidate>empty();
            if (family.isPresent()) {
                return family.map(person -> withInitials(from, behindInitials, person));
            }
        }
        return named(from).map(this::withInitialsBehind).map(this::withParent);
    }

    /** The name of the father behind a name, with what says whose child it is, and a family name behind that. */
    private Candidate withParent(Candidate person) {
        int next = person.to();
        int childOf = isParent(next) ? NameWord.at(tokens, next).to() : next;
        if (!context.isChildOf(childOf)) {
            return person;
        }
        var parts = new ArrayList<>(name(person).parts());
        parts.add(new Part(Kind.PATRONYMIC, tokens.text(next, childOf + 1)));
        var behind = tokens.has(childOf + 1) && isSpacedCapital(childOf + 1)
                ? named(childOf + 1)
                : Optional.<Candidate>empty();
        var family = behind.filter(other -> name(other).parts().size() == 1);
        family.ifPresent(other -> parts.addAll(name(other).parts()));
        return candidate(
                person.from(),
                family.map(Candidate::to).orElse(childOf + 1),
                family.map(other -> span(other).end()).orElse(tokens.at(childOf).end()),
                parts);
    }

    private boolean isParent(int index) {
        return tokens.has(index) && isSpacedCapital(index) && !context.isChildOf(index);
    }

    private boolean isSpacedCapital(int index) {
        return tokens.at(index).isWord()
                && tokens.at(index).spaced()
                && tokens.at(index).isCapitalised();
    }

    /** Behind initials any word with a capital is a family name. */
    private Optional<Candidate> family(int from) {
        if (!tokens.at(from).isCapitalised() || tokens.at(from).text().length() < 2) {
            return Optional.empty();
        }
        var word = NameWord.at(tokens, from);
        var part = new Part(Kind.FAMILY, NameCase.title(word.text()));
        return Optional.of(candidate(from, word.to(), word.end(tokens), List.of(part)));
    }

    private Optional<Candidate> named(int from) {
        if (!tokens.at(from).isWord()) {
            return Optional.empty();
        }
        if (tokens.at(from).isCyrillic()) {
            return russian.at(from);
        }
        // Russian in Latin letters declines names as well: "s Ivanom Petrovym".
        var declined = context.governed(from).isEmpty() ? Optional.<Candidate>empty() : russian.at(from);
        return declined.or(() -> latin.at(from));
    }

    /** The place after one or two initials with their stops, or this place where there are none. */
    private int initialsEnd(int from) {
        int at = from;
        for (int i = 0; i < MAX_INITIALS && tokens.has(at + 1) && isInitialWithStop(at); i++) {
            at += 2;
        }
        return at;
    }

    private boolean isInitialWithStop(int index) {
        return NameWord.isInitial(tokens.at(index))
                && tokens.isJoined(index + 1)
                && tokens.at(index + 1).is(".");
    }

    private Candidate withInitials(int from, int to, Candidate person) {
        var parts = new ArrayList<Part>();
        parts.addAll(initials(from, to));
        parts.addAll(name(person).parts());
        return candidate(from, person.to(), span(person).end(), parts);
    }

    private Candidate withInitialsBehind(Candidate person) {
        int end = initialsEnd(person.to());
        if (end == person.to()) {
            return person;
        }
        var parts = new ArrayList<>(name(person).parts());
        parts.addAll(initials(person.to(), end));
        var family = isMiddleInitial(person, end) ? family(end) : Optional.<Candidate>empty();
        family.ifPresent(last -> parts.addAll(name(last).parts()));
        return candidate(
                person.from(),
                family.map(Candidate::to).orElse(end),
                family.map(last -> span(last).end()).orElse(tokens.at(end - 1).end()),
                parts);
    }

    /** "Rosalind K. Abernathy": in Latin letters one initial may stand inside a name. */
    private boolean isMiddleInitial(Candidate person, int end) {
        return end == person.to() + 2
                && tokens.has(end)
                && tokens.at(end).isWord()
                && !tokens.at(end).isCyrillic()
                && !tokens.at(person.from()).isCyrillic()
                && name(person).parts().size() == 1
                && !context.isOrdinary(NameWord.at(tokens, end));
    }

    private List<Part> initials(int from, int to) {
        var parts = new ArrayList<Part>();
        for (int i = from; i < to; i += 2) {
            parts.add(new Part(
                    i == from ? Kind.GIVEN : Kind.PATRONYMIC, tokens.at(i).text() + "."));
        }
        return parts;
    }

    private Candidate candidate(int from, int to, int end, List<Part> parts) {
        var span = new Span(tokens.at(from).start(), end);
        return new Candidate(new Entity.Person(span, new PersonName(parts)), from, to, Candidate.Strength.WORDS);
    }

    private static PersonName name(Candidate person) {
        return ((Entity.Person) person.entity().orElseThrow()).name();
    }

    private static Span span(Candidate person) {
        return person.entity().orElseThrow().span();
    }
}
