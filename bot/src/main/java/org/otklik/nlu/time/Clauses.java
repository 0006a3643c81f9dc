package org.otklik.nlu.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.grammar.Token;

/**
 * Where each part of a text looks in time, by the tense of its verbs. A clause without a verb looks where its neighbour in
 * the sentence does: "in March, 5 hours" after "I helped".
 */
public final class Clauses {
    /** Verbs and verb endings of what happened. */
    static final Symbol<String> PAST_VERB = new Symbol<>("past-verb");

    static final Symbol<String> PAST_ENDING = new Symbol<>("past-ending");

    /** Verbs and verb endings of what is or will be. */
    public static final Symbol<String> LIVE_VERB = new Symbol<>("live-verb");

    static final Symbol<String> LIVE_ENDING = new Symbol<>("live-ending");

    /** Verbs that look ahead even in the past tense: "she promised". */
    static final Symbol<String> PLAN_VERB = new Symbol<>("plan-verb");
    /** Verbs that ask to put something down: for what lies ahead, unless the clause tells what was. */
    static final Symbol<String> PUT_DOWN = new Symbol<>("put-down");
    /** Verbs that ask to write something down, whenever it is: work is written down when it is done. */
    static final Symbol<String> NOTE_VERB = new Symbol<>("note-verb");
    /** Words of what lies ahead that speak of what was, taken together: "was due". */
    static final Symbol<String> WAS_AHEAD = new Symbol<>("was-ahead");
    /** Makes a present passive of a form that is a past one elsewhere: "to be paid". */
    static final Symbol<String> BE = new Symbol<>("be");
    /** Behind a day it says what became of what is on that day. */
    static final Symbol<String> BECAME = new Symbol<>("became");
    /** How things are since a day: the verb is in the present, and the day is past. */
    static final Symbol<String> STATE = new Symbol<>("state");
    /** Words that end like verbs and are none. */
    static final Symbol<String> NO_VERB = new Symbol<>("no-verb");
    /** Prepositions that no verb stands behind. */
    static final Symbol<String> NO_VERB_AFTER = new Symbol<>("no-verb-after");
    /** Verbs of what can be done yet, with which a clause turns from what was without a comma. */
    static final Symbol<String> TURN = new Symbol<>("turn");
    /** What is left to do, where nothing else says when: "the rest in June". */
    static final Symbol<String> REST = new Symbol<>("rest");
    /** A given name in any of its cases that is no other word. */
    public static final Symbol<String> GIVEN_NAME = new Symbol<>("given-name");
    /** Nouns of what is on record: reports and statements are about the past. */
    static final Symbol<String> RECORD = new Symbol<>("record");

    /** Words that begin a clause of their own: "and", "but". */
    public static final Symbol<String> NEW_CLAUSE = new Symbol<>("new-clause");
    /** Prepositions of what lies ahead, or behind. */
    static final Symbol<String> AHEAD = new Symbol<>("ahead");
    /** The same, but said of the occasion as well: what was brought for a holiday. */
    static final Symbol<String> AHEAD_MAYBE = new Symbol<>("ahead-maybe");

    static final Symbol<String> BEHIND = new Symbol<>("behind");

    private static final int PREPOSITION_REACH = 2;
    private static final int RECORD_REACH = 3;
    private static final int LEAD_REACH = 2;
    private static final int STATE_REACH = 12;
    /** In letters; a stop behind a longer word ends the sentence, however the next one begins. */
    private static final int LONGEST_ABBREVIATION = 4;

    private final Chart chart;
    /** Of each token, the clause that it stands in. */
    private final Clause[] clauses;

    /**
     * @param own what its own words show
     * @param sign the same, or that of a neighbour where they show nothing
     */
    private record Clause(int sentence, int from, int to, Sign own, Sign sign) {}

    private Clauses(Chart chart, Clause[] clauses) {
        this.chart = chart;
        this.clauses = clauses;
    }

    /** Lets a lexicon read the words that show tense. */
    public static Lexicon words(Lexicon lexicon) {
        for (var symbol : List.of(
                PAST_VERB,
                PAST_ENDING,
                LIVE_VERB,
                LIVE_ENDING,
                PLAN_VERB,
                PUT_DOWN,
                NOTE_VERB,
                WAS_AHEAD,
                BE,
                BECAME,
                STATE,
                NO_VERB,
                NO_VERB_AFTER,
                TURN,
                REST,
                RECORD,
                NEW_CLAUSE,
                AHEAD,
                AHEAD_MAYBE,
                BEHIND)) {
            lexicon.with(symbol, value -> value);
        }
        return lexicon;
    }

    /** Reads a text whose words are in the chart. */
    public static Clauses of(Chart chart) {
        var tokens = chart.tokens();
        var clauses = new Clause[tokens.size()];
        int sentence = 0;
        var ends = new ArrayList<Integer>();
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isEnd = i == tokens.size() || isSentenceEnd(chart, i);
            if (isEnd || isClauseStart(chart, i)) {
                ends.add(i);
            }
            if (isEnd) {
                settle(chart, sentence, ends, clauses);
                ends.clear();
                sentence = i;
            }
        }
        return new Clauses(chart, clauses);
    }

    /** Where the text looks at this place, for a date from here up to there. */
    public Direction at(int index, int to) {
        var direction = isTurned(index, to) ? Direction.OPEN : direction(index);
        for (int before = index; before >= Math.max(0, index - PREPOSITION_REACH); before--) {
            if (chart.has(before, AHEAD) && !Sign.isWasAhead(chart, before)) {
                return Direction.FUTURE;
            }
            if (chart.has(before, AHEAD_MAYBE)) {
                return direction == Direction.PAST ? Direction.NEAREST : Direction.FUTURE;
            }
            if (chart.has(before, BEHIND) && !isLead(index)) {
                return Direction.PAST;
            }
        }
        if (isOnRecord(index)) {
            return Direction.PAST;
        }
        if (isState(index)) {
            return isOfMonth(index, to) ? Direction.NEAREST : Direction.PAST;
        }
        if (direction == Direction.PAST && (chart.has(to, BECAME) || chart.has(to + 1, BECAME))) {
            return Direction.NEAREST;
        }
        return direction == Direction.PAST && isStart(index) ? Direction.OPEN : direction;
    }

    /** "I overslept yesterday I can come on Saturday": whichever verb of its clause is nearer before the date tells. */
    private boolean isTurned(int index, int to) {
        var clause = clauses[index];
        if (clause.own() != Sign.PAST) {
            return false;
        }
        int last = IntStream.iterate(index - 1, i -> i >= clause.from(), i -> i - 1)
                .filter(i -> chart.has(i, TURN) || Sign.at(chart, i) == Sign.PAST)
                .findFirst()
                .orElse(-1);
        boolean isTurnedBefore = last >= 0 && chart.has(last, TURN);
        return isTurnedBefore || (chart.has(to, TURN) && last < index - PREPOSITION_REACH);
    }

    /** The first token of the sentence that this place is in. */
    public int sentenceAt(int index) {
        return clauses[index].sentence();
    }

    /** Whether a preposition before this place looks ahead. */
    public boolean isAhead(int index) {
        return IntStream.rangeClosed(Math.max(0, index - PREPOSITION_REACH), index)
                .anyMatch(before -> (chart.has(before, AHEAD) && !Sign.isWasAhead(chart, before))
                        || chart.has(before, AHEAD_MAYBE));
    }

    /** Whether nothing in the clause at this place is a verb, nor in its neighbours. */
    public boolean isTenseless(int index) {
        return clauses[index].sign() == Sign.NONE;
    }

    /** Whether the clause at this place says nothing of when, but at most that something is to be written down. */
    public boolean isNoted(int index) {
        var sign = clauses[index].sign();
        return sign == Sign.NONE || sign == Sign.NOTED || sign == Sign.ASKED;
    }

    /** Whether the clause at this place tells what happened. */
    public boolean isPast(int index) {
        return clauses[index].sign() == Sign.PAST;
    }

    private Direction direction(int index) {
        return direction(clauses[index].sign());
    }

    /** "I made a resolution: 10 a month from the 10th": a beginning that has no verb of its own lies ahead. */
    private boolean isStart(int index) {
        boolean isFrom = starts(index, TimeWords.FROM) && !starts(index, TimeWords.SINCE);
        return isFrom && clauses[index].own() == Sign.NONE;
    }

    private boolean starts(int index, Symbol<String> preposition) {
        return chart.has(index, preposition) || chart.has(index - 1, preposition);
    }

    /** "Has not answered since Monday" has a preposition in Russian that stands for "from" as well. */
    private boolean isState(int index) {
        var clause = clauses[index];
        return starts(index, TimeWords.SINCE)
                && clause.own() != Sign.PLAN
                && IntStream.range(
                                Math.max(clause.from(), index - STATE_REACH),
                                Math.min(clause.to(), index + STATE_REACH))
                        .anyMatch(i -> chart.has(i, STATE));
    }

    /** A day with its month may come as well: "closed from 1 July". */
    private boolean isOfMonth(int from, int to) {
        return IntStream.range(from, to)
                .noneMatch(i -> chart.has(i, TimeWords.WEEKDAY) || chart.has(i, TimeWords.GENITIVE_ORDINAL));
    }

    /** "A week before": so long ahead of something, and not so long ago. */
    private boolean isLead(int index) {
        return IntStream.rangeClosed(index + 1, index + LEAD_REACH).anyMatch(i -> chart.has(i, TimeWords.BEFORE));
    }

    /**
     * "The report for April": nothing but small words between what is on record and its time. "Remind me to send the report on Monday"
     * says when to send it.
     */
    private boolean isOnRecord(int index) {
        boolean isAhead = direction(index) == Direction.FUTURE;
        for (int before = index; before >= Math.max(0, index - RECORD_REACH); before--) {
            if (chart.has(before, RECORD) && !chart.endsBefore(before, Numbers.NUMBER)) {
                return true;
            }
            if (isAhead && (chart.has(before, TimeWords.IN) || chart.has(before, TimeWords.ON))) {
                return false;
            }
            boolean isSmall = chart.has(before, TimeWords.OF)
                    || chart.has(before, TimeWords.SPAN_OF)
                    || chart.has(before, TimeWords.IN)
                    || chart.has(before, TimeWords.ON)
                    || chart.has(before, TimeWords.FROM)
                    || before == index;
            if (!isSmall) {
                return false;
            }
        }
        return false;
    }

    private static void settle(Chart chart, int from, List<Integer> ends, Clause[] clauses) {
        int count = ends.size();
        var own = new Sign[count];
        int start = from;
        for (int c = 0; c < count; c++) {
            own[c] = sign(chart, start, ends.get(c));
            start = ends.get(c);
        }
        var signs = own.clone();
        fill(signs);
        start = from;
        for (int c = 0; c < count; c++) {
            Arrays.fill(clauses, start, ends.get(c), new Clause(from, start, ends.get(c), own[c], signs[c]));
            start = ends.get(c);
        }
    }

    /** A clause without a sign takes that of the one before it, or of the one after it where none is before. */
    private static void fill(Sign[] signs) {
        for (int c = 1; c < signs.length; c++) {
            signs[c] = signs[c] == Sign.NONE ? signs[c - 1] : signs[c];
        }
        for (int c = signs.length - 2; c >= 0; c--) {
            signs[c] = signs[c] == Sign.NONE ? signs[c + 1] : signs[c];
        }
    }

    private static Direction direction(Sign sign) {
        return switch (sign) {
            case PAST -> Direction.PAST;
            case ASKED, PLAN -> Direction.FUTURE;
            case LIVE, NOTED, NONE -> Direction.OPEN;
        };
    }

    /** The strongest sign of a clause; a past verb of planning beats other past verbs ("was asked to come"). */
    private static Sign sign(Chart chart, int from, int to) {
        var sign = Sign.NONE;
        for (int i = from; i < to; i++) {
            var here = Sign.at(chart, i);
            if (here.compareTo(sign) > 0) {
                sign = here;
            }
        }
        return sign;
    }

    /** Whether a word looks like a verb. */
    public static boolean isVerb(Chart chart, int index) {
        return chart.tokens().has(index) && Sign.at(chart, index) != Sign.NONE;
    }

    /** Whether a word looks like a verb of what happened. */
    public static boolean isPast(Chart chart, int index) {
        return chart.tokens().has(index) && Sign.at(chart, index) == Sign.PAST;
    }

    private static boolean isSentenceEnd(Chart chart, int index) {
        if (index == 0) {
            return false;
        }
        var tokens = chart.tokens();
        var before = tokens.at(index - 1);
        boolean isStop = before.is(".") || before.is("!") || before.is("?") || before.is("\u2026") || before.is(";");
        var here = tokens.at(index);
        boolean isAbbreviated =
                before.is(".") && index > 1 && tokens.at(index - 2).text().length() <= LONGEST_ABBREVIATION;
        boolean isNew = !here.isWord() || here.isCapitalised() || !isAbbreviated;
        return (isStop && here.spaced() && isNew) || hasLineBreak(tokens.text(), before, here);
    }

    private static boolean hasLineBreak(String text, Token before, Token here) {
        return here.spaced() && text.substring(before.end(), here.start()).indexOf('\n') >= 0;
    }

    private static boolean isClauseStart(Chart chart, int index) {
        var token = chart.tokens().at(index);
        return index > 0
                && (token.is(",")
                        || token.is(":")
                        || token.is("\u2014")
                        || token.is("\u2013")
                        || chart.has(index, NEW_CLAUSE));
    }
}
