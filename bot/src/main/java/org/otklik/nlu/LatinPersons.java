package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Tokens;
import org.otklik.nlu.time.Times;

/** Finds people by names in Latin letters: a given name of the tables, a title, a place where a person is expected. */
final class LatinPersons {
    private static final int MAX_PARTS = 4;
    private static final int SHORTEST_LOWER_CASE = 3;
    private static final int LONGEST_ACRONYM = 4;
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al",
            "el", "ter", "ten", "zu");

    private final Chart chart;
    private final Tokens tokens;
    private final NameContext context;
    private final GivenNames givenNames;

    LatinPersons(Chart chart, NameContext context, GivenNames givenNames) {
        this.chart = chart;
        this.tokens = chart.tokens();
        this.context = context;
        this.givenNames = givenNames;
    }

    /** The longest name that starts at a word in Latin letters. */
    Optional<Candidate> at(int from) {
        var first = NameWord.at(tokens, from);
        if (!first.isCapitalised()) {
            return lowerCase(first);
        }
        boolean isTitle = isAcronym(first) || (chart.has(from, NameWords.TITLE) && !isGiven(first));
        boolean isOtherName = context.isAfterNoPerson(from) && !isGiven(first);
        if (isTitle || isOtherName || tokens.at(from).is("i")) {
            return Optional.empty();
        }
        var words = words(first);
        while (!words.isEmpty()) {
            if (isName(words)) {
                return Optional.of(candidate(words));
            }
            words = words.subList(0, words.size() - 1);
        }
        return Optional.empty();
    }

    private boolean isGiven(NameWord word) {
        return givenNames.has(word.text())
                || (givenNames.sounds(word.text()) && !context.isOrdinary(word) && !context.isPlace(word));
    }

    /** "CEO" before a name, but not a name all in capitals. */
    private boolean isAcronym(NameWord word) {
        int next = word.to();
        return tokens.at(word.from()).isShouted()
                && word.text().length() <= LONGEST_ACRONYM
                && !isGiven(word)
                && tokens.has(next)
                && !tokens.at(next).isShouted();
    }

    /** The capitalised words from here on that may be parts of one name, with the small words that names have inside. */
    private List<NameWord> words(NameWord first) {
        var words = new ArrayList<NameWord>();
        words.add(first);
        for (int i = first.to();
                words.size() < MAX_PARTS && tokens.has(i) && tokens.at(i).isWord(); ) {
            boolean isGenitive = words.getLast().end(tokens) < tokens.at(i - 1).end();
            if (!tokens.at(i).spaced() || isGenitive) {
                break;
            }
            var word = NameWord.at(tokens, i);
            boolean isParticle = isParticleBeforeName(i);
            if (!isParticle && !isName(i)) {
                break;
            }
            words.add(word);
            i = word.to();
        }
        while (words.size() > 1 && PARTICLES.contains(words.getLast().text())) {
            words.removeLast();
        }
        return words;
    }

    private boolean isParticleBeforeName(int index) {
        int at = index;
        while (tokens.has(at) && PARTICLES.contains(tokens.at(at).text())) {
            at++;
        }
        return at > index && isName(at);
    }

    private boolean isName(int index) {
        if (!tokens.has(index)
                || !tokens.at(index).isCapitalised()
                || tokens.at(index).isCyrillic()) {
            return false;
        }
        var word = NameWord.at(tokens, index);
        boolean isDate = chart.has(index, Times.DATE) && !isGiven(word);
        boolean isInitial = NameWord.isInitial(tokens.at(index))
                && tokens.has(index + 1)
                && tokens.at(index + 1).is(".");
        return !isDate && !isInitial && !context.isOrganizationWord(index) && !chart.has(index, Numbers.FUNCTION);
    }

    private boolean isName(List<NameWord> words) {
        var first = words.getFirst();
        boolean isGiven = isGiven(first);
        boolean isExpected = context.expectsPerson(first.from());
        boolean isStart = context.isSentenceStart(first.from());
        boolean isOther = context.isOrdinary(first) || context.isPlace(first);
        if ((context.isOrganizationWord(first.from()) && !isGiven) || isBeforeOrganizationWord(words)) {
            return false;
        }
        if (words.size() == 1) {
            return isSingle(first, isGiven, isExpected, isStart, isOther);
        }
        var rest = words.subList(1, words.size());
        boolean isWeak = !isGiven || (isStart && givenNames.isCommon(first.text()));
        boolean isAcronymInside = !tokens.at(first.from()).isShouted()
                && rest.stream().anyMatch(word -> tokens.at(word.from()).isShouted());
        if (isAcronymInside
                || rest.stream().anyMatch(context::isPlace)
                || (isWeak && rest.stream().allMatch(context::isOrdinary))) {
            return false;
        }
        return isGiven || NameWord.isInitial(tokens.at(first.from())) || !isOther;
    }

    private boolean isSingle(NameWord word, boolean isGiven, boolean isExpected, boolean isStart, boolean isOther) {
        if (isGiven) {
            boolean isDate = chart.has(word.from(), Times.DATE) || chart.has(word.from(), Times.SOLE_DATE);
            return !isDate && (!givenNames.isCommon(word.text()) || isExpected || !isStart || context.hasActed(word));
        }
        if (isSubject(word) && !isOther) {
            return true;
        }
        boolean isAcronym = tokens.at(word.from()).isShouted();
        return isExpected
                && !isOther
                && !isAcronym
                && word.text().length() > 2
                && (context.isAfterTitle(word.from())
                        || (!isStart && !chart.has(word.from() - 1, NameWords.ORG_BEFORE)));
    }

    /** An unknown word that does something, and does not look like a common noun. */
    private boolean isSubject(NameWord word) {
        return word.text().length() > 2
                && word.text().indexOf('\'') < 0
                && word.text().indexOf('\u2019') < 0
                && !tokens.at(word.from()).isShouted()
                && !chart.has(word.from(), NameWords.COMMON_ENDING)
                && !context.isVerb(word)
                && !chart.has(word.from(), Times.DATE)
                && !context.isBesideNames(word)
                && context.isSubject(word);
    }

    /** "Penrose Bank" is none of a person. */
    private boolean isBeforeOrganizationWord(List<NameWord> words) {
        int next = words.getLast().to();
        return tokens.has(next) && tokens.at(next).isCapitalised() && context.isOrganizationWord(next);
    }

    /** Without capitals: a given name that is no other word where a person is expected, with an unknown word behind it. */
    private Optional<Candidate> lowerCase(NameWord first) {
        boolean isName = first.text().length() >= SHORTEST_LOWER_CASE
                && givenNames.has(first.text())
                && !givenNames.isCommon(first.text())
                && !context.isOrdinary(first)
                && (context.expectsPerson(first.from())
                        || context.isSentenceStart(first.from())
                        || isAfterDash(first.from()));
        if (!isName) {
            return Optional.empty();
        }
        int next = first.to();
        if (tokens.has(next)
                && tokens.at(next).isWord()
                && tokens.at(next).spaced()
                && !tokens.at(next).isCyrillic()) {
            var family = NameWord.at(tokens, next);
            boolean isFamily = family.text().length() >= SHORTEST_LOWER_CASE
                    && !context.isVerb(family)
                    && !chart.has(next, Times.DATE)
                    && !context.isOrdinary(family);
            if (isFamily) {
                return Optional.of(candidate(List.of(first, family)));
            }
        }
        return context.expectsPerson(first.from()) ? Optional.of(candidate(List.of(first))) : Optional.empty();
    }

    private boolean isAfterDash(int index) {
        return tokens.has(index - 1)
                && !tokens.at(index - 1).isWord()
                && !tokens.at(index - 1).isDigits();
    }

    private Candidate candidate(List<NameWord> words) {
        var parts = new ArrayList<PersonName.Part>();
        for (int i = 0; i < words.size(); i++) {
            var text = words.get(i).text();
            boolean isFirst = i == 0 && (words.size() > 1 || isGiven(words.get(i)));
            boolean isMiddle = i > 0 && i < words.size() - 1 && isGiven(words.get(i));
            var written = PARTICLES.contains(text) ? text : NameCase.title(text);
            parts.add(new PersonName.Part(isFirst || isMiddle ? Kind.GIVEN : Kind.FAMILY, written));
        }
        var span = new Span(
                tokens.at(words.getFirst().from()).start(), words.getLast().end(tokens));
        boolean isSure = isGiven(words.getFirst())
                && !givenNames.isCommon(words.getFirst().text());
        return new Candidate(
                new Entity.Person(span, new PersonName(parts)),
                words.getFirst().from(),
                words.getLast().to(),
                isSure ? Candidate.Strength.WORDS : Candidate.Strength.GUESS);
    }
}
