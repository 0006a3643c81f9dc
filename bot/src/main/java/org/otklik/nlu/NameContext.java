package org.otklik.nlu;

import java.util.EnumSet;
import java.util.Set;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Tokens;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Times;

/** What the words around a name say about it. */
final class NameContext {
    /** How many words may stand between a preposition and the name that it governs: "from our neighbour Tom". */
    private static final int ROLES_BETWEEN = 2;

    private static final char LAST_OF_PLAIN_MARKS = '\u2100';

    /** The cases of those with whom, to whom and from whom something is done. */
    private static final Set<GrammaticalCase> OF_PEOPLE =
            Set.of(GrammaticalCase.GENITIVE, GrammaticalCase.DATIVE, GrammaticalCase.INSTRUMENTAL);

    private final Chart chart;
    private final Tokens tokens;
    private final OrdinaryWords ordinary;

    NameContext(Chart chart, OrdinaryWords ordinary) {
        this.chart = chart;
        this.tokens = chart.tokens();
        this.ordinary = ordinary;
    }

    boolean isSentenceStart(int index) {
        if (index == 0) {
            return true;
        }
        var before = tokens.at(index - 1);
        boolean isStop = before.is(".") || before.is("!") || before.is("?") || before.is("\u2026") || before.is(":");
        boolean isBullet = index == 1 && !before.isWord() && !before.isDigits();
        return isStop
                || isBullet
                || tokens.text()
                                .substring(before.end(), tokens.at(index).start())
                                .indexOf('\n')
                        >= 0;
    }

    /** Whether the words before have ended where this one begins: behind a comma or a dash, or a word that joins clauses. */
    boolean isClauseStart(int index) {
        return isSentenceStart(index)
                || (!tokens.at(index - 1).isWord() && !tokens.at(index - 1).isDigits())
                || chart.has(index - 1, Clauses.NEW_CLAUSE);
    }

    /** Whether a clause begins with the word, and its verb stands behind it. */
    boolean isSubject(NameWord word) {
        int next = word.to();
        return isClauseStart(word.from())
                && tokens.has(next)
                && tokens.at(next).spaced()
                && !tokens.at(next).isCapitalised()
                && Clauses.isVerb(chart, next);
    }

    /** Whether a past verb follows: what has done something is rather a person than whatever else the name may mean. */
    boolean hasActed(NameWord word) {
        int next = word.to();
        return tokens.has(next)
                && tokens.at(next).spaced()
                && !tokens.at(next).isCapitalised()
                && Clauses.isPast(chart, next);
    }

    /** A family name that is another word as well, without the capital that would tell. */
    boolean isFamilyOrOther(int index) {
        return chart.has(index, NameWords.FAMILY) && !tokens.at(index).isCapitalised();
    }

    /** A family name of the tables. */
    boolean isKnownFamily(NameWord word) {
        return chart.has(word.from(), NameWords.FAMILY) && word.isCapitalised();
    }

    /** Whether it is the capital that tells: at the beginning of a sentence every word has one, and who gives something is a person. */
    boolean isTellingCapital(NameWord word) {
        boolean isBehindColon = word.from() > 0 && tokens.at(word.from() - 1).is(":");
        return isBehindColon
                || !isSentenceStart(word.from())
                || chart.has(word.to(), ActWords.HEREAFTER)
                || chart.has(word.to(), ActWords.PAST_GIFT);
    }

    /** Whether a person is expected here: after "met", "Mr", "my neighbour". */
    boolean expectsPerson(int index) {
        return chart.endsBefore(index, NameWords.PERSON_VERB) || isAfterTitle(index);
    }

    /** Whether the words before tell of meeting or reaching whoever is named here: "met with", and not "gave through". */
    boolean isMet(int index) {
        boolean isBehindPreposition = index > 0
                && chart.at(index - 1, NameWords.CASE).stream().anyMatch(node -> OF_PEOPLE.contains(node.value()));
        return chart.endsBefore(index, NameWords.PERSON_VERB)
                || (isBehindPreposition && chart.endsBefore(index - 1, NameWords.PERSON_VERB));
    }

    /** Whether nothing but the name stands behind the last sentence: people sign so. */
    boolean isSigned(int from, int to) {
        return from > 0
                && (isSentenceStart(from) || isBehindDash(from))
                && !tokens.at(from - 1).is(":")
                && isLast(to);
    }

    /** "See you there – Anna". */
    private boolean isBehindDash(int index) {
        return Marks.isDash(tokens.at(index - 1))
                && tokens.at(index - 1).spaced()
                && tokens.has(index - 2)
                && (tokens.at(index - 2).isWord() || !tokens.at(index - 2).isDigits());
    }

    /** Whether it ends as what something is done to, and not as who does it. */
    boolean isObject(NameWord word) {
        return chart.has(word.from(), NameWords.OBJECT_ENDING);
    }

    /** "Son of", "daughter of" behind a father's name. */
    boolean isChildOf(int index) {
        return chart.has(index, NameWords.CHILD_OF);
    }

    /** "Any ideas, Anna?", "See you, Anna": at the end and behind a comma, but not as the town of an address. */
    boolean isAddressed(int from, int to) {
        int end = tokens.has(to)
                        && (tokens.at(to).is("?")
                                || tokens.at(to).is("!")
                                || tokens.at(to).is("."))
                ? to + 1
                : to;
        return tokens.has(from - 2)
                && tokens.at(from - 1).is(",")
                && tokens.at(from - 2).isWord()
                && (!tokens.at(from - 2).isCapitalised() || isSentenceStart(from - 2))
                && isLast(end);
    }

    /** Whether no word and no number follows, but smileys may. */
    private boolean isLast(int index) {
        for (int i = index; tokens.has(i); i++) {
            var token = tokens.at(i);
            boolean isEmoji =
                    !token.isWord() && !token.isDigits() && token.text().charAt(0) > LAST_OF_PLAIN_MARKS;
            if (!isEmoji) {
                return false;
            }
        }
        return true;
    }

    /** Whether a sum follows at once in a list of people and sums. */
    boolean isPayer(NameWord word) {
        return isClauseStart(word.from()) && tokens.has(word.to()) && chart.has(word.to(), MoneyRules.MONEY);
    }

    boolean isAfterTitle(int index) {
        int before = tokens.has(index - 1) && tokens.at(index - 1).is(".") ? index - 2 : index - 1;
        return chart.endsBefore(index, NameWords.TITLE)
                || chart.endsBefore(before + 1, NameWords.TITLE)
                || chart.endsBefore(index, NameWords.ROLE);
    }

    boolean isAfterNoPerson(int index) {
        int before = tokens.has(index - 1) && tokens.at(index - 1).is(".") ? index - 2 : index - 1;
        return chart.has(before, NameWords.NO_PERSON) || chart.has(index - 1, NameWords.NO_PERSON);
    }

    /** The cases that the words before a name want; empty where they want none. */
    Set<GrammaticalCase> governed(int index) {
        var cases = EnumSet.noneOf(GrammaticalCase.class);
        int at = index;
        for (int roles = 0; roles <= ROLES_BETWEEN && cases.isEmpty() && at > 0; roles++) {
            int end = at;
            for (int start = Math.max(0, end - 3); start < end; start++) {
                chart.at(start, NameWords.CASE).stream()
                        .filter(node -> node.to() == end)
                        .forEach(node -> cases.add(node.value()));
                chart.at(start, NameWords.PERSON_VERB).stream()
                        .filter(node -> node.to() == end)
                        .forEach(node -> node.value().ifPresent(cases::add));
            }
            boolean isRole = chart.has(at - 1, NameWords.ROLE) || chart.has(at - 1, NameWords.TITLE);
            if (!isRole) {
                break;
            }
            at--;
        }
        for (int before = index; before >= at && before > 0 && cases.isEmpty(); before--) {
            if (tokens.at(before - 1).isCyrillic()) {
                chart.at(before - 1, NameWords.CASE_ENDING).forEach(node -> cases.add(node.value()));
            }
        }
        if (cases.contains(GrammaticalCase.ACCUSATIVE)) {
            cases.add(GrammaticalCase.GENITIVE);
        }
        return cases;
    }

    /** Whether a capital letter is all that could make the word a name. */
    boolean isOrdinary(NameWord word) {
        if (isFamily(word)) {
            return false;
        }
        return ordinary.has(word.text())
                || chart.has(word.from(), Numbers.FUNCTION)
                || chart.has(word.from(), Clauses.LIVE_VERB);
    }

    /** Whether it is a name as well as another word, and has the capital of one. */
    private boolean isFamily(NameWord word) {
        return chart.has(word.from(), NameWords.FAMILY) && word.isCapitalised() && !isSentenceStart(word.from());
    }

    /** Whether a word that may be an adjective stands before what may be its noun. */
    boolean isBeforeNoun(NameWord word) {
        int next = word.to();
        return isAdjective(word)
                && tokens.has(next)
                && tokens.at(next).isWord()
                && !tokens.at(next).isCapitalised()
                && !chart.has(next, Numbers.FUNCTION)
                && !Clauses.isVerb(chart, next)
                && !chart.has(next, Times.DATE);
    }

    boolean isAdjective(NameWord word) {
        return chart.has(word.from(), NameWords.ADJECTIVE);
    }

    /** Whether the word only leads to a name: a profession, a title, with the capital of the sentence a verb. */
    boolean isLead(NameWord word) {
        return chart.has(word.from(), NameWords.ROLE)
                || chart.has(word.from(), NameWords.TITLE)
                || (isSentenceStart(word.from()) && chart.has(word.from(), NameWords.PERSON_VERB));
    }

    boolean isKnownOrganization(int index) {
        return chart.has(index, NameWords.KNOWN_ORG);
    }

    boolean isVerb(NameWord word) {
        return Clauses.isVerb(chart, word.from());
    }

    /** Whether the word is one that stands beside names: a title, a role, a noun of places or organisations. */
    boolean isBesideNames(NameWord word) {
        return chart.at(word.from()).stream().anyMatch(node -> NameWords.BESIDE.contains(node.symbol()));
    }

    /** "In" is said of places; nobody is in a person. */
    boolean isAfterPlacePreposition(int index) {
        return chart.has(index - 1, NameWords.IN_PLACE);
    }

    boolean isPlace(NameWord word) {
        return chart.has(word.from(), NameWords.PLACE);
    }

    /** Whether a word makes the name that it ends one of an organisation. */
    boolean isOrganizationWord(int index) {
        return chart.has(index, NameWords.ORG_WORD)
                || chart.has(index, NameWords.ORG_ENDING)
                || chart.has(index, NameWords.LEGAL)
                || (chart.has(index, NameWords.LEGAL_CAPITALS)
                        && tokens.at(index).isShouted());
    }

    /** Whether such a word may as well be somebody's family name. */
    boolean isFamilyOfOrganization(int index) {
        return chart.has(index, NameWords.ORG_OR_FAMILY);
    }
}
