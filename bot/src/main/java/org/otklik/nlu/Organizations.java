package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Tokens;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Times;

/** Finds organisations: by a legal form, by quotation marks, by a word such as Trust or Bank, or because everybody knows them. */
final class Organizations {
    private static final Map<String, String> QUOTES =
            Map.of("\u00ab", "\u00bb", "\u201e", "\u201c", "\u201c", "\u201d", "\"", "\"");
    private static final Set<String> STRAIGHT = Set.of("\"", "\u201c");
    private static final Set<String> INSIDE = Set.of("of", "for", "the", "&", "in", "de", "der", "van");
    private static final Set<String> GLUE = Set.of("of", "for", "the", "in");
    private static final String OF = "of";
    private static final int MAX_QUOTED = 10;
    private static final int MAX_WORDS = 8;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_CAMEL = 3;
    /** The title of something else is looked at no further if it is as short as this, in tokens. */
    private static final int LONGEST_TITLE = 4;

    private static final int SHORTEST_SMALL_FORM = 3;

    private final Chart chart;
    private final Tokens tokens;
    private final NameContext context;
    private final GivenNames givenNames;
    private final NameEndings nameEndings;

    Organizations(Chart chart, NameContext context, GivenNames givenNames, NameEndings nameEndings) {
        this.chart = chart;
        this.tokens = chart.tokens();
        this.context = context;
        this.givenNames = givenNames;
        this.nameEndings = nameEndings;
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < tokens.size(); i++) {
            quoted(i).ifPresent(found::add);
            legal(i).ifPresent(found::add);
            known(i).ifPresent(found::add);
            called(i).ifPresent(found::add);
            if (isNameStart(i)) {
                worded(i).ifPresent(found::add);
                headed(i).ifPresent(found::add);
                unknown(i).ifPresent(found::add);
                ofSomebody(i).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A name in quotation marks, unless a noun before it says what else it is. */
    private Optional<Candidate> quoted(int open) {
        int close = closing(open);
        if (close < 0 || !startsName(open + 1) || tokens.text(open + 1, close).length() < SHORTEST) {
            return Optional.empty();
        }
        boolean isAfterLegal = chart.has(open - 1, NameWords.LEGAL);
        boolean isAfterHead = chart.has(open - 1, NameWords.ORG_HEAD) || chart.has(open - 1, NameWords.ORG_WORD);
        boolean isOfOther = chart.has(open - 2, NameWords.NO_ORG) && !chart.has(open - 1, NameWords.ORG_BEFORE);
        boolean isOther = chart.has(open - 1, NameWords.NO_ORG) || (isOfOther && !isAfterHead);
        boolean isSpeech = STRAIGHT.contains(tokens.at(open).text()) && !isAfterLegal && !isAfterHead;
        if (isOther && close - open <= LONGEST_TITLE) {
            return Optional.of(Candidate.nothing(open, close + 1));
        }
        if (isOther || isSpeech || isFollowedByStop(close)) {
            return Optional.empty();
        }
        int from = isAfterLegal ? open - 1 : open;
        var base = isAfterLegal ? tokens.text(from, close + 1) : tokens.text(open + 1, close);
        return Optional.of(candidate(from, close + 1, base, Candidate.Strength.FORM));
    }

    private boolean isFollowedByStop(int close) {
        return chart.tokens().at(close - 1).is(".")
                || chart.tokens().at(close - 1).is("!")
                || chart.tokens().at(close - 1).is("?");
    }

    private int closing(int open) {
        var mark = QUOTES.get(tokens.at(open).text());
        if (mark == null) {
            return -1;
        }
        for (int i = open + 2; i < Math.min(tokens.size(), open + MAX_QUOTED); i++) {
            if (tokens.at(i).text().equals(mark)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsName(int index) {
        return tokens.has(index)
                && (tokens.at(index).isCapitalised() || tokens.at(index).isDigits());
    }

    /** A legal form and the capitalised words after it; without capitals it is one word. */
    private Optional<Candidate> legal(int index) {
        if (isSmallName(index)) {
            return Optional.of(candidate(index, index + 2, tokens.text(index, index + 2), Candidate.Strength.WORDS));
        }
        boolean isForm = chart.has(index, NameWords.LEGAL) && tokens.at(index).isCyrillic() && startsName(index + 1);
        if (!isForm || !tokens.at(index + 1).isWord()) {
            return Optional.empty();
        }
        int to = index + 1;
        while (tokens.has(to) && tokens.at(to).isCapitalised() && to < index + MAX_WORDS) {
            to++;
        }
        return Optional.of(candidate(index, to, tokens.text(index, to), Candidate.Strength.FORM));
    }

    private boolean isSmallName(int index) {
        boolean isForm = chart.has(index, NameWords.LEGAL)
                && tokens.at(index).isCyrillic()
                && tokens.at(index).text().length() >= SHORTEST_SMALL_FORM
                && !tokens.at(index).isCapitalised();
        if (!isForm || !tokens.has(index + 1) || !tokens.at(index + 1).isCyrillic()) {
            return false;
        }
        var name = NameWord.at(tokens, index + 1);
        return !name.isCapitalised() && !context.isOrdinary(name) && !context.isVerb(name);
    }

    private Optional<Candidate> known(int index) {
        return chart.longest(index, NameWords.KNOWN_ORG)
                .filter(node -> tokens.at(index).isCapitalised())
                .map(node -> candidate(index, node.to(), tokens.text(index, node.to()), Candidate.Strength.WORDS));
    }

    private boolean isNameStart(int index) {
        return tokens.at(index).isCapitalised() && !tokens.at(index).isCyrillic() && !isInsideName(index);
    }

    /** A capitalised word behind another is not where a name starts, unless that one opens the sentence and is no part of it. */
    private boolean isInsideName(int index) {
        int before = index - 1;
        return tokens.has(before)
                && tokens.at(before).isCapitalised()
                && !tokens.at(before).isCyrillic()
                && !isOpening(before);
    }

    /** A verb or small word with the capital of the sentence. */
    private boolean isOpening(int index) {
        boolean isAfterColon = tokens.has(index - 1) && tokens.at(index - 1).is(":");
        return context.isSentenceStart(index)
                && !isAfterColon
                && (chart.has(index, NameWords.PERSON_VERB)
                        || chart.has(index, Numbers.FUNCTION)
                        || chart.has(index, Clauses.LIVE_VERB));
    }

    /** Capitalised words in a row of which one is a word of organisations. */
    private Optional<Candidate> worded(int from) {
        if (isOpening(from)) {
            return Optional.empty();
        }
        int to = from;
        int end = from;
        boolean hasWord = false;
        while (tokens.has(to)
                && to < from + MAX_WORDS
                && (isNameWord(to) || (to > from && (isInside(to) || isSmallForm(to))))) {
            if (isNameWord(to) || isSmallForm(to)) {
                end = chart.longest(to, NameWords.LEGAL).map(Node::to).orElse(to + 1);
                hasWord |= context.isOrganizationWord(to) || isJointName(to) || isCamelCase(to);
            }
            to = Math.max(to + 1, end);
        }
        boolean isName = hasWord
                && end > from + 1
                && !isAllOrganizationWords(from, end)
                && !isNoOrganization(from, end)
                && !isPerson(from, end);
        return isName ? Optional.of(named(from, end)) : Optional.empty();
    }

    /** "Anna Temple": a given name and a word that is a family name as well. */
    private boolean isPerson(int from, int end) {
        return end == from + 2 && givenNames.has(tokens.at(from).text()) && context.isFamilyOfOrganization(from + 1);
    }

    /** "VetAid", but not "McCarthy", "DeShawn" or "AnnMarie". */
    private boolean isCamelCase(int index) {
        var word = tokens.at(index).text();
        int capital = 1;
        while (capital < word.length() && !Character.isUpperCase(word.charAt(capital))) {
            capital++;
        }
        return capital >= SHORTEST_CAMEL
                && capital < word.length() - 1
                && !tokens.at(index).isShouted()
                && !word.startsWith("Mac")
                && !givenNames.has(word.substring(0, capital));
    }

    /** Without an English genitive ending. */
    private Candidate named(int from, int end) {
        var last = NameWord.at(tokens, end - 1);
        int to = Math.max(last.to(), end);
        var word = NameWord.at(tokens, to - 1);
        var base = tokens.text().substring(tokens.at(from).start(), word.end(tokens));
        var span = new Span(tokens.at(from).start(), word.end(tokens));
        return new Candidate(new Entity.Organization(span, base), from, to, Candidate.Strength.WORDS);
    }

    /** A legal form without a capital: "Cobalt Water plc". */
    private boolean isSmallForm(int index) {
        return chart.has(index, NameWords.LEGAL)
                && !tokens.at(index).isCyrillic()
                && tokens.at(index).spaced();
    }

    /** "Barratt & Cole", but not "Anna & Tom". */
    private boolean isJointName(int index) {
        return tokens.has(index - 2)
                && tokens.at(index - 1).is("&")
                && isNameWord(index - 2)
                && !givenNames.has(tokens.at(index).text())
                && !givenNames.has(tokens.at(index - 2).text());
    }

    private boolean isNoOrganization(int from, int end) {
        return chart.longest(from, NameWords.NO_ORG)
                .filter(node -> node.to() == end)
                .isPresent();
    }

    private boolean isNameWord(int index) {
        var token = tokens.at(index);
        return token.isCapitalised() && !token.isCyrillic();
    }

    /** A small word inside a name: "Friends of the Museum", but not "Timeline for the Museum". */
    private boolean isInside(int index) {
        var word = tokens.at(index).key();
        boolean isSmall = INSIDE.contains(word) || tokens.at(index).is("-");
        boolean isAfterOther =
                isNameWord(index - 1) && !chart.has(index - 1, NameWords.ORG_WORD) && GLUE.contains(word);
        return isSmall
                && !isAfterOther
                && tokens.has(index + 1)
                && (isNameWord(index + 1)
                        || INSIDE.contains(tokens.at(index + 1).key()));
    }

    /** "Bank Fund" names nobody, but "Friends of the Museum" does. */
    private boolean isAllOrganizationWords(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!chart.has(i, NameWords.ORG_WORD)) {
                return false;
            }
        }
        return true;
    }

    /** "The organisation Nordlicht Optik": the noun before a foreign name says whose it is, unless a person is named behind it. */
    private Optional<Candidate> headed(int from) {
        boolean isHeaded =
                chart.has(from - 1, NameWords.ORG_HEAD) && !tokens.at(from - 1).isCapitalised();
        int to = from;
        while (isHeaded && tokens.has(to) && to < from + MAX_WORDS && (isNameWord(to) || (to > from && isInside(to)))) {
            to++;
        }
        boolean isOther = IntStream.range(from, to)
                .anyMatch(i -> givenNames.has(tokens.at(i).text()) || chart.has(i, Times.DATE));
        return to == from || isOther
                ? Optional.empty()
                : Optional.of(candidate(from, to, tokens.text(from, to), Candidate.Strength.FORM));
    }

    /** In Cyrillic it is one word that names no person: a family name would be the one of a founder. */
    private Optional<Candidate> called(int index) {
        boolean isHeaded = chart.has(index - 1, NameWords.ORG_HEAD)
                && !chart.has(index - 1, NameWords.ROLE)
                && !tokens.at(index - 1).isCapitalised();
        boolean isOnly = tokens.at(index).isCapitalised()
                && tokens.at(index).isCyrillic()
                && !tokens.at(index).isShouted()
                && !(tokens.has(index + 1) && tokens.at(index + 1).isCapitalised());
        if (!isHeaded || !isOnly) {
            return Optional.empty();
        }
        var name = NameWord.at(tokens, index);
        boolean isOther = givenNames.isForm(name.text())
                || nameEndings.readings(name.text()).stream().anyMatch(reading -> reading.rank() == 0)
                || name.text().length() <= SHORTEST
                || context.isKnownFamily(name)
                || context.isPlace(name)
                || context.isAdjective(name)
                || chart.has(index, Times.DATE);
        return isOther
                ? Optional.empty()
                : Optional.of(candidate(index, name.to(), tokens.text(index, name.to()), Candidate.Strength.FORM));
    }

    /** Unknown capitalised words where an organisation is expected: "with Deloitte". */
    private Optional<Candidate> unknown(int from) {
        if (!chart.has(from - 1, NameWords.ORG_BEFORE) || context.isSentenceStart(from)) {
            return Optional.empty();
        }
        int to = from;
        while (tokens.has(to) && isNameWord(to) && to < from + 3) {
            to++;
        }
        boolean isForeign = tokens.at(from - 1).isCyrillic();
        for (int i = from; i < to; i++) {
            var word = NameWord.at(tokens, i);
            boolean isOther = context.isPlace(word)
                    || givenNames.has(word.text())
                    || chart.has(i, Times.DATE)
                    || chart.has(i, NameWords.TITLE)
                    || (!isForeign && (context.isOrdinary(word) || to > from + 1));
            boolean isGenitive = word.end(tokens) < tokens.at(word.to() - 1).end();
            if (isOther || isGenitive || tokens.at(i).isShouted() || word.text().length() < 3) {
                return Optional.empty();
            }
        }
        var strength = isForeign ? Candidate.Strength.WORDS : Candidate.Strength.GUESS;
        return Optional.of(candidate(from, to, tokens.text(from, to), strength));
    }

    /** "Anna Berg of Casa Nova": behind a full name, unknown words say where somebody works. */
    private Optional<Candidate> ofSomebody(int from) {
        boolean isBehindName = from > 2
                && tokens.at(from - 1).is(OF)
                && isNameWord(from - 2)
                && isNameWord(from - 3)
                && givenNames.has(tokens.at(from - 3).text());
        int to = from;
        while (isBehindName && tokens.has(to) && isNameWord(to) && to < from + MAX_WORDS) {
            to++;
        }
        boolean isOther = IntStream.range(from, to)
                .anyMatch(i -> chart.has(i, NameWords.PLACE)
                        || chart.has(i, NameWords.NO_PERSON)
                        || chart.has(i, NameWords.TITLE)
                        || chart.has(i, Times.DATE)
                        || tokens.at(i).isShouted()
                        || givenNames.has(tokens.at(i).text()));
        return to < from + SHORTEST || isOther
                ? Optional.empty()
                : Optional.of(candidate(from, to, tokens.text(from, to), Candidate.Strength.FORM));
    }

    private Candidate candidate(int from, int to, String base, Candidate.Strength strength) {
        var span = new Span(tokens.at(from).start(), tokens.at(to - 1).end());
        return new Candidate(new Entity.Organization(span, base), from, to, strength);
    }
}
