package org.otklik.nlu;

import java.util.ArrayList;
import java.util.Arrays;
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
    /** Titles that are no other words, so that a name follows even without a capital. */
    private static final Set<String> SURE_TITLES = Set.of("mr", "mrs", "ms", "mx", "dr", "prof");
    /** Marks inside addresses and paths. */
    private static final Set<String> JOINERS = Set.of("@", ".", "/", "_", "-", "#", "&", "=", "+", "'", "\u2019");

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "bin", "ibn", "al",
            "el", "ter", "ten", "zu", "bint", "ben", "ould", "abu", "umm", "ap", "zur", "af");

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
        boolean isOtherName = (context.isAfterNoPerson(from) || context.isKnownOrganization(from)) && !isGiven(first);
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
                || isDouble(word)
                || (word.isSyllabic() && !context.isBesideNames(word) && !chart.has(word.from(), Numbers.FUNCTION))
                || (givenNames.sounds(word.text()) && !context.isOrdinary(word) && !context.isPlace(word));
    }

    /** "Anna-Maria". */
    private boolean isDouble(NameWord word) {
        return word.text().indexOf('-') > 0
                && word.isCapitalised()
                && Arrays.stream(word.text().split("-")).allMatch(givenNames::has);
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
        return !isDate && !isInitial && !isOrganizationWord(index) && !chart.has(index, Numbers.FUNCTION);
    }

    private boolean isOrganizationWord(int index) {
        return context.isOrganizationWord(index) && !context.isFamilyOfOrganization(index);
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
                || (isWeak && rest.stream().anyMatch(context::isPlace))
                || (isWeak && rest.stream().allMatch(context::isOrdinary))) {
            return false;
        }
        return isGiven || NameWord.isInitial(tokens.at(first.from())) || !isOther;
    }

    private boolean isSingle(NameWord word, boolean isGiven, boolean isExpected, boolean isStart, boolean isOther) {
        if (isGiven) {
            if (isUnlikely(word, isExpected)) {
                return false;
            }
            boolean isDate = chart.has(word.from(), Times.DATE) || chart.has(word.from(), Times.SOLE_DATE);
            return !isDate && (!givenNames.isCommon(word.text()) || isExpected || !isStart || context.hasActed(word));
        }
        if (isOther) {
            return false;
        }
        if (isSubject(word) || isCalled(word)) {
            return true;
        }
        boolean isAcronym = tokens.at(word.from()).isShouted();
        return isExpected
                && !isAcronym
                && word.text().length() > 2
                && (context.isAfterTitle(word.from())
                        || (!isStart && !chart.has(word.from() - 1, NameWords.ORG_BEFORE)));
    }

    /** A place that people are called by, and a word in capitals that is a name as well, where nothing speaks for a person. */
    private boolean isUnlikely(NameWord word, boolean isExpected) {
        int from = word.from();
        boolean isOther = context.isPlace(word)
                ? !isExpected || context.isAfterPlacePreposition(from)
                : givenNames.isCommon(word.text()) && tokens.at(from).isShouted() && !isExpected;
        return isOther
                && !context.isAfterTitle(from)
                && !context.isSubject(word)
                && !context.hasActed(word)
                && !context.isSigned(from, word.to())
                && !context.isAddressed(from, word.to());
    }

    /** An unknown word that does something, and does not look like a common noun. */
    private boolean isSubject(NameWord word) {
        return isUnknown(word) && !chart.has(word.from(), NameWords.COMMON_ENDING) && context.isSubject(word);
    }

    /** An unknown word where names stand alone: at the end, behind a comma, before a sum. */
    private boolean isCalled(NameWord word) {
        boolean isNamed = context.isSigned(word.from(), word.to())
                || context.isAddressed(word.from(), word.to())
                || context.isPayer(word);
        return isNamed
                && isUnknown(word)
                && (context.isKnownFamily(word) || !chart.has(word.from(), NameWords.COMMON_ENDING));
    }

    private boolean isUnknown(NameWord word) {
        return word.text().length() > 2
                && word.text().indexOf('\'') < 0
                && word.text().indexOf('\u2019') < 0
                && !tokens.at(word.from()).isShouted()
                && !context.isVerb(word)
                && !chart.has(word.from(), Times.DATE)
                && !context.isBesideNames(word);
    }

    /** "Penrose Bank" is none of a person. */
    private boolean isBeforeOrganizationWord(List<NameWord> words) {
        int next = words.getLast().to();
        return tokens.has(next) && tokens.at(next).isCapitalised() && isOrganizationWord(next);
    }

    /** Without capitals: a given name that is no other word, with its family name behind it; any name behind "mr". */
    private Optional<Candidate> lowerCase(NameWord first) {
        if (tokens.isJoined(first.from()) && !isQuoted(first.from())) {
            return Optional.empty();
        }
        if (isAfterTitle(first) && !givenNames.has(first.text())) {
            return Optional.of(candidate(List.of(first)));
        }
        boolean isName = first.text().length() >= SHORTEST_LOWER_CASE
                && givenNames.has(first.text())
                && ((!givenNames.isCommon(first.text()) && !context.isOrdinary(first)) || isBeforeKnownFamily(first))
                && !context.isPlace(first)
                && !isInsideOther(first.to())
                && !context.isAfterNoPerson(first.from());
        if (!isName) {
            return Optional.empty();
        }
        var family = family(first);
        return Optional.of(candidate(family.map(name -> List.of(first, name)).orElse(List.of(first))));
    }

    /** "I am vera kim". */
    private boolean isBeforeKnownFamily(NameWord given) {
        return chart.has(given.to(), NameWords.FAMILY)
                && tokens.at(given.to()).spaced()
                && (context.expectsPerson(given.from()) || !context.isOrdinary(given));
    }

    /** "anna.p@", "anna_p", "anna motors": an address, an account, a firm. */
    private boolean isInsideOther(int next) {
        if (!tokens.has(next)) {
            return false;
        }
        boolean isAccount = tokens.isJoined(next)
                && (tokens.at(next).isDigits()
                        || (JOINERS.contains(tokens.at(next).text()) && tokens.isJoined(next + 1)));
        boolean isFirm = tokens.at(next).isWord()
                && chart.has(next, NameWords.ORG_WORD)
                && !context.isFamilyOfOrganization(next)
                && !context.isOrdinary(NameWord.at(tokens, next));
        return isAccount || isFirm;
    }

    /** What may be the family name behind a given one: a known one, or an unknown word with which the phrase ends. */
    private Optional<NameWord> family(NameWord given) {
        int next = given.to();
        boolean isGenitive = given.end(tokens) < tokens.at(next - 1).end();
        if (isGenitive
                || !tokens.has(next)
                || !tokens.at(next).isWord()
                || !tokens.at(next).spaced()
                || tokens.at(next).isCyrillic()) {
            return Optional.empty();
        }
        var family = NameWord.at(tokens, next);
        boolean isName = family.text().length() >= SHORTEST_LOWER_CASE
                && !context.isVerb(family)
                && !chart.has(next, Times.DATE)
                && (chart.has(next, NameWords.FAMILY) || (!context.isOrdinary(family) && !isCommonNoun(family)));
        return isName ? Optional.of(family) : Optional.empty();
    }

    /** A word in the middle of a sentence that ends as common nouns and adverbs do. */
    private boolean isCommonNoun(NameWord word) {
        return chart.has(word.from(), NameWords.COMMON_ENDING) || context.isBesideNames(word);
    }

    private boolean isAfterTitle(NameWord word) {
        int stop = tokens.has(word.from() - 1) && tokens.at(word.from() - 1).is(".") ? 1 : 0;
        int title = word.from() - 1 - stop;
        return tokens.has(title)
                && SURE_TITLES.contains(tokens.at(title).key())
                && word.text().length() >= SHORTEST_LOWER_CASE
                && !context.isOrdinary(word)
                && !context.isVerb(word)
                && !context.isBesideNames(word)
                && (chart.has(word.from(), NameWords.FAMILY) || !chart.has(word.from(), NameWords.COMMON_ENDING));
    }

    private boolean isQuoted(int index) {
        return !tokens.at(index - 1).isWord()
                && !tokens.at(index - 1).isDigits()
                && !JOINERS.contains(tokens.at(index - 1).text());
    }

    private Candidate candidate(List<NameWord> words) {
        var parts = new ArrayList<PersonName.Part>();
        for (int i = 0; i < words.size(); i++) {
            var text = words.get(i).text();
            boolean isFirst = i == 0 && (words.size() > 1 || isGiven(words.get(i)));
            boolean isMiddle = i > 0 && i < words.size() - 1 && isGiven(words.get(i));
            boolean isAsTyped = PARTICLES.contains(text) || words.get(i).isSyllabic();
            var written = isAsTyped ? text : NameCase.title(text);
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
