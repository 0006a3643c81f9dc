package org.otklik.nlu;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlu.PersonName.Kind;
import org.otklik.nlu.grammar.Tokens;

/**
 * Finds people by names in Cyrillic, in any case, and brings them back to the nominative. The parts of a name have to agree in
 * gender and case; of several readings that do, the one is taken that the words before the name want.
 */
final class RussianPersons {
    private static final int MAX_PARTS = 3;
    private static final List<List<Kind>> ORDERS = List.of(
            List.of(Kind.GIVEN, Kind.PATRONYMIC, Kind.FAMILY),
            List.of(Kind.FAMILY, Kind.GIVEN, Kind.PATRONYMIC),
            List.of(Kind.GIVEN, Kind.PATRONYMIC),
            List.of(Kind.GIVEN, Kind.FAMILY),
            List.of(Kind.FAMILY, Kind.GIVEN),
            List.of(Kind.GIVEN),
            List.of(Kind.FAMILY));
    private static final List<List<Kind>> FAMILY_FIRST = List.of(
            List.of(Kind.FAMILY, Kind.GIVEN, Kind.PATRONYMIC),
            List.of(Kind.FAMILY, Kind.GIVEN),
            List.of(Kind.GIVEN),
            List.of(Kind.FAMILY));
    private static final char YO = '\u0451';
    /** Readings cost this much for each step of rank, which is more than any case. */
    private static final int COST_OF_RANK = 10;

    private final Tokens tokens;
    private final NameContext context;
    private final GivenNames givenNames;
    private final NameEndings endings;
    /** What the endings say of the words looked at so far, which is asked again and again. */
    private final Map<String, List<NameReading>> byEnding = new HashMap<>();

    private record Choice(List<NameReading> readings, int cost) {}

    RussianPersons(Tokens tokens, NameContext context, GivenNames givenNames, NameEndings endings) {
        this.tokens = tokens;
        this.context = context;
        this.givenNames = givenNames;
        this.endings = endings;
    }

    /** The longest name that starts at a word, in either alphabet. */
    Optional<Candidate> at(int from) {
        var words = words(from);
        boolean isPossible = words.stream()
                .limit(2)
                .anyMatch(word -> word.isCapitalised() || givenNames.isForm(word.text()) || isLowerCaseFamily(word));
        if (!isPossible || isOther(words)) {
            return Optional.empty();
        }
        for (var order : isFamilyFirst(words) ? FAMILY_FIRST : ORDERS) {
            if (order.size() <= words.size()) {
                var found = named(words.subList(0, order.size()), order);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a name only follows, as in "restorer Anna Petrova", or something other than a person is named. */
    private boolean isOther(List<NameWord> words) {
        var first = words.getFirst();
        if (givenNames.isForm(first.text())) {
            return false;
        }
        if (context.isKnownOrganization(first.from())) {
            return true;
        }
        boolean isBeforeFullName = words.size() == MAX_PARTS
                && givenNames.isForm(words.get(1).text())
                && words.stream().allMatch(NameWord::isCapitalised)
                && isFamily(words.get(2))
                && declined(words.get(2).text()).stream().noneMatch(reading -> reading.kind() == Kind.PATRONYMIC)
                && !isFamily(first);
        return isBeforeFullName || (words.size() > 1 && context.isLead(first));
    }

    private boolean isFamily(NameWord word) {
        return declined(word.text()).stream().anyMatch(reading -> reading.rank() == 0 && reading.kind() == Kind.FAMILY);
    }

    /** Whether of two words the second is a given name and the first is none. */
    private boolean isFamilyFirst(List<NameWord> words) {
        return words.size() > 1
                && givenNames.isForm(words.get(1).text())
                && !givenNames.isForm(words.get(0).text())
                && (words.size() == 2 || !isFamily(words.get(2)));
    }

    /** The words from here on that nothing parts. */
    private List<NameWord> words(int from) {
        var words = new ArrayList<NameWord>();
        boolean isCyrillic = tokens.at(from).isCyrillic();
        for (int i = from; isWord(i, isCyrillic) && words.size() < MAX_PARTS; ) {
            if (i > from && !tokens.at(i).spaced()) {
                break;
            }
            var word = NameWord.at(tokens, i);
            words.add(word);
            i = word.to();
        }
        return words;
    }

    private boolean isWord(int index, boolean isCyrillic) {
        return tokens.has(index)
                && tokens.at(index).isWord()
                && tokens.at(index).isCyrillic() == isCyrillic;
    }

    private Optional<Candidate> named(List<NameWord> words, List<Kind> order) {
        if (!isWritten(words, order)) {
            return Optional.empty();
        }
        var readings = new ArrayList<List<NameReading>>();
        var first = words.getFirst();
        boolean isKnown = isGivenKnown(words, order)
                || context.isMet(first.from())
                || isForeign(first)
                || isForeignName(words, order)
                || words.stream().anyMatch(context::isKnownFamily);
        for (int i = 0; i < words.size(); i++) {
            readings.add(readings(words.get(i), order.get(i), order.size() > 1, isKnown));
        }
        var governed = context.governed(first.from());
        return best(readings, governed).map(choice -> candidate(words, choice));
    }

    private Candidate candidate(List<NameWord> words, Choice choice) {
        var parts = choice.readings().stream()
                .map(reading -> new PersonName.Part(reading.kind(), reading.base()))
                .toList();
        var span = new Span(
                tokens.at(words.getFirst().from()).start(), words.getLast().end(tokens));
        var person = new Entity.Person(span, new PersonName(parts));
        return new Candidate(person, words.getFirst().from(), words.getLast().to(), Candidate.Strength.WORDS);
    }

    /** Whether the words look like a name by their capitals and neighbours. */
    private boolean isWritten(List<NameWord> words, List<Kind> order) {
        boolean isCapitalised = words.stream().allMatch(NameWord::isCapitalised);
        var first = words.getFirst();
        if (words.size() > 1) {
            return isCapitalised ? isFullName(words, order) : isLowerCaseName(words, order);
        }
        if (context.isAfterNoPerson(first.from())) {
            return false;
        }
        boolean isExpected = context.expectsPerson(first.from());
        if (context.isPlace(first) && context.isAfterPlacePreposition(first.from())) {
            return false;
        }
        if (order.getFirst() == Kind.GIVEN) {
            return isCapitalised ? isSingleGiven(first, isExpected) || isForeign(first) : isLowerCaseGiven(first);
        }
        return isCapitalised
                ? !context.isOrdinary(first) && !context.isPlace(first) && !isAdjective(first)
                : isLowerCaseFamily(first);
    }

    /** "The Northern district" and "in the Garden Street": an ending of family names is one of adjectives as well. */
    private boolean isAdjective(NameWord word) {
        return context.isBeforeNoun(word) || context.isAfterPlacePreposition(word.from());
    }

    private boolean isFullName(List<NameWord> words, List<Kind> order) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean isOther = context.isOrdinary(word)
                    || context.isPlace(word)
                    || (i == 0 && context.isSentenceStart(word.from()) && endings.isLikeDeed(word.text()));
            if (order.get(i) == Kind.FAMILY
                    && isOther
                    && (i == 0 || endings(word).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private List<NameReading> declined(String word) {
        return byEnding.computeIfAbsent(word, endings::readings);
    }

    private List<NameReading> endings(NameWord word) {
        return declined(word.text()).stream()
                .filter(reading -> reading.rank() == 0)
                .toList();
    }

    private boolean isSingleGiven(NameWord word, boolean isExpected) {
        boolean isStart = context.isSentenceStart(word.from());
        return isExpected
                || !isStart
                || context.hasActed(word)
                || (!givenNames.isCommon(word.text()) && !context.isOrdinary(word));
    }

    private boolean isLowerCaseGiven(NameWord word) {
        return word.text().length() > 2
                && !tokens.isJoined(word.from())
                && !context.isFamilyOrOther(word.to())
                && !givenNames.isCommon(word.text())
                && (word.text().indexOf(YO) >= 0 || !context.isOrdinary(word));
    }

    /** Without a capital: what has the ending of a family name in a case that no common noun ends so in, behind who it is. */
    private boolean isLowerCaseFamily(NameWord word) {
        return context.isAfterTitle(word.from())
                && !context.isOrdinary(word)
                && !context.isAdjective(word)
                && !endings(word).isEmpty()
                && endings(word).stream()
                        .noneMatch(reading -> reading.cases().contains(GrammaticalCase.NOMINATIVE)
                                || reading.cases().contains(GrammaticalCase.GENITIVE));
    }

    /** Two words that no table knows, where somebody is named. */
    private boolean isForeignName(List<NameWord> words, List<Kind> order) {
        var first = words.getFirst();
        int from = first.from();
        boolean isNamed = context.expectsPerson(from)
                || context.isSigned(from, words.getLast().to())
                || (from > 0 && tokens.at(from - 1).is(":"));
        return isNamed
                && order.equals(List.of(Kind.GIVEN, Kind.FAMILY))
                && words.stream().allMatch(this::isUnknownName);
    }

    /** Without capitals: a given name beside a part that has an ending of names; where adjectives end so too, it must be no other word. */
    private boolean isLowerCaseName(List<NameWord> words, List<Kind> order) {
        boolean isBesideName = IntStream.range(0, words.size())
                .anyMatch(i -> order.get(i) != Kind.GIVEN
                        && !endings(words.get(i)).isEmpty()
                        && !context.isAdjective(words.get(i)));
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean isName = order.get(i) == Kind.GIVEN
                    ? givenNames.isForm(word.text()) && (isBesideName || !givenNames.isCommon(word.text()))
                    : !endings(word).isEmpty() && !context.isOrdinary(word);
            if (!isName || (word.isCapitalised() && i > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the given name is one of the tables; else the family name has to show by its ending that it is one. */
    private boolean isGivenKnown(List<NameWord> words, List<Kind> order) {
        int given = order.indexOf(Kind.GIVEN);
        return given >= 0 && givenNames.isForm(words.get(given).text());
    }

    private List<NameReading> readings(NameWord word, Kind kind, boolean isBeside, boolean isKnown) {
        if (kind == Kind.GIVEN) {
            var known = tokens.at(word.from()).isCyrillic()
                    ? givenNames.readings(word.text())
                    : asGiven(word).stream()
                            .filter(reading -> givenNames.sounds(reading.base()))
                            .toList();
            boolean isName = isForeign(word) || (isBeside && isUnknownName(word));
            return known.isEmpty() && isName ? asGiven(word) : known;
        }
        var declined = declined(word.text()).stream()
                .filter(reading -> reading.kind() == kind)
                .filter(reading -> reading.rank() == 0
                        || (isBeside && isKnown && word.isCapitalised())
                        || context.isAfterTitle(word.from()))
                .toList();
        return kind == Kind.FAMILY && isBeside && context.isKnownFamily(word)
                ? Stream.concat(declined.stream(), Stream.of(undeclined(word))).toList()
                : declined;
    }

    /** "For Pak Sergey": short family names of the East often keep their form. */
    private static NameReading undeclined(NameWord word) {
        var base = NameCase.title(word.text());
        return new NameReading(Kind.FAMILY, base, EnumSet.allOf(Gender.class), EnumSet.allOf(GrammaticalCase.class), 1);
    }

    /** A capitalised word that is no other may be a given name beside a family name. */
    private boolean isUnknownName(NameWord word) {
        return word.isCapitalised()
                && word.text().length() > 2
                && !context.isOrdinary(word)
                && !context.isPlace(word)
                && !context.isVerb(word)
                && !context.isAdjective(word)
                && !context.isBesideNames(word);
    }

    /**
     * A name that no table has and no ending shows, where somebody is named: who does something, or with whom staff have dealt. Better somebody unknown than the
     * one who was spoken of before.
     */
    private boolean isForeign(NameWord word) {
        boolean isDoing = context.isSubject(word) && context.isTellingCapital(word) && !context.isObject(word);
        boolean isMet = (context.isMet(word.from()) || context.isAfterTitle(word.from()))
                && !context.isSentenceStart(word.from());
        boolean isAcronym = tokens.at(word.from()).isShouted();
        return !isAcronym && isUnknownName(word) && endings(word).isEmpty() && (isDoing || isMet);
    }

    private List<NameReading> asGiven(NameWord word) {
        return declined(word.text()).stream()
                .filter(reading -> reading.rank() > 0)
                .map(reading ->
                        new NameReading(Kind.GIVEN, reading.base(), reading.genders(), reading.cases(), reading.rank()))
                .toList();
    }

    private static Optional<Choice> best(List<List<NameReading>> readings, Set<GrammaticalCase> governed) {
        return extend(List.of(), readings, EnumSet.allOf(Gender.class), EnumSet.allOf(GrammaticalCase.class), governed);
    }

    private static Optional<Choice> extend(
            List<NameReading> chosen,
            List<List<NameReading>> rest,
            Set<Gender> genders,
            Set<GrammaticalCase> cases,
            Set<GrammaticalCase> governed) {
        if (rest.isEmpty()) {
            int ranks = chosen.stream().mapToInt(NameReading::rank).sum();
            return Optional.of(new Choice(chosen, ranks * COST_OF_RANK + cost(cases, governed)));
        }
        Optional<Choice> best = Optional.empty();
        for (var reading : rest.getFirst()) {
            var agreedGenders = intersection(genders, reading.genders(), Gender.class);
            var agreedCases = intersection(cases, reading.cases(), GrammaticalCase.class);
            if (!agreedGenders.isEmpty() && !agreedCases.isEmpty()) {
                var more = new ArrayList<>(chosen);
                more.add(reading);
                var choice = extend(more, rest.subList(1, rest.size()), agreedGenders, agreedCases, governed);
                if (choice.isPresent()
                        && (best.isEmpty() || choice.get().cost() < best.get().cost())) {
                    best = choice;
                }
            }
        }
        return best;
    }

    private static <E extends Enum<E>> Set<E> intersection(Set<E> one, Set<E> other, Class<E> type) {
        var common = EnumSet.noneOf(type);
        common.addAll(one);
        common.retainAll(other);
        return common;
    }

    /** Without a word that wants a case, the nominative is likely, and the accusative is not. */
    private static int cost(Set<GrammaticalCase> cases, Set<GrammaticalCase> governed) {
        return cases.stream()
                .mapToInt(in -> governed.isEmpty() ? costUngoverned(in) : governed.contains(in) ? 0 : costOtherwise(in))
                .min()
                .orElseThrow();
    }

    private static int costUngoverned(GrammaticalCase in) {
        return switch (in) {
            case NOMINATIVE -> 0;
            case GENITIVE, DATIVE, INSTRUMENTAL -> 1;
            case ACCUSATIVE -> 2;
            case PREPOSITIONAL -> 3;
        };
    }

    private static int costOtherwise(GrammaticalCase in) {
        return in == GrammaticalCase.NOMINATIVE ? 3 : 4;
    }
}
