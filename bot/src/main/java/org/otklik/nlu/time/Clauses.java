package org.otklik.nlu.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
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
    /** Words that end like verbs and are none. */
    static final Symbol<String> NO_VERB = new Symbol<>("no-verb");
    /** Nouns of what is on record: reports and statements are about the past. */
    static final Symbol<String> RECORD = new Symbol<>("record");

    /** Words that begin a clause of their own: "and", "but". */
    public static final Symbol<String> NEW_CLAUSE = new Symbol<>("new-clause");
    /** Prepositions of what lies ahead, or behind. */
    static final Symbol<String> AHEAD = new Symbol<>("ahead");

    static final Symbol<String> BEHIND = new Symbol<>("behind");

    private static final int PREPOSITION_REACH = 2;
    private static final int RECORD_REACH = 3;
    private static final int LEAD_REACH = 2;
    /** In letters; a stop behind a longer word ends the sentence, however the next one begins. */
    private static final int LONGEST_ABBREVIATION = 4;

    private final Chart chart;
    private final Direction[] directions;

    private enum Sign {
        NONE,
        LIVE,
        PAST,
        PLAN
    }

    private Clauses(Chart chart, Direction[] directions) {
        this.chart = chart;
        this.directions = directions;
    }

    /** Lets a lexicon read the words that show tense. */
    public static Lexicon words(Lexicon lexicon) {
        for (var symbol : List.of(
                PAST_VERB,
                PAST_ENDING,
                LIVE_VERB,
                LIVE_ENDING,
                PLAN_VERB,
                NO_VERB,
                RECORD,
                NEW_CLAUSE,
                AHEAD,
                BEHIND)) {
            lexicon.with(symbol, value -> value);
        }
        return lexicon;
    }

    /** Reads a text whose words are in the chart. */
    public static Clauses of(Chart chart) {
        var tokens = chart.tokens();
        var directions = new Direction[tokens.size()];
        int sentence = 0;
        var clauses = new ArrayList<Integer>();
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isEnd = i == tokens.size() || isSentenceEnd(chart, i);
            if (isEnd || isClauseStart(chart, i)) {
                clauses.add(i);
            }
            if (isEnd) {
                settle(chart, sentence, clauses, directions);
                clauses.clear();
                sentence = i;
            }
        }
        return new Clauses(chart, directions);
    }

    /** Where the text looks at this place, for a date that starts here. */
    public Direction at(int index) {
        for (int before = index; before >= Math.max(0, index - PREPOSITION_REACH); before--) {
            if (chart.has(before, AHEAD)) {
                return Direction.FUTURE;
            }
            if (chart.has(before, BEHIND) && !isLead(index)) {
                return Direction.PAST;
            }
        }
        return isOnRecord(index) ? Direction.PAST : directions[index];
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
        boolean isAhead = directions[index] == Direction.FUTURE;
        for (int before = index; before >= Math.max(0, index - RECORD_REACH); before--) {
            if (chart.has(before, RECORD)) {
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

    private static void settle(Chart chart, int from, List<Integer> ends, Direction[] directions) {
        int count = ends.size();
        var signs = new Sign[count];
        int start = from;
        for (int c = 0; c < count; c++) {
            signs[c] = sign(chart, start, ends.get(c));
            start = ends.get(c);
        }
        fill(signs);
        start = from;
        for (int c = 0; c < count; c++) {
            Arrays.fill(directions, start, ends.get(c), direction(signs[c]));
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
            case PLAN -> Direction.FUTURE;
            case LIVE, NONE -> Direction.OPEN;
        };
    }

    /** The strongest sign of a clause; a past verb of planning beats other past verbs ("was asked to come"). */
    private static Sign sign(Chart chart, int from, int to) {
        var sign = Sign.NONE;
        for (int i = from; i < to; i++) {
            var here = signAt(chart, i);
            if (here.compareTo(sign) > 0) {
                sign = here;
            }
        }
        return sign;
    }

    private static Sign signAt(Chart chart, int index) {
        var token = chart.tokens().at(index);
        if (!token.isWord() || chart.has(index, NO_VERB) || isMonth(chart, index)) {
            return Sign.NONE;
        }
        if (chart.has(index, PLAN_VERB)) {
            return Sign.PLAN;
        }
        boolean isName = token.isCapitalised() && index > 0 && !token.isShouted();
        boolean isPassive = chart.has(index - 1, LIVE_VERB);
        if (chart.has(index, PAST_VERB) || (!isName && !isPassive && chart.has(index, PAST_ENDING))) {
            return Sign.PAST;
        }
        return chart.has(index, LIVE_VERB) || (!isName && chart.has(index, LIVE_ENDING)) ? Sign.LIVE : Sign.NONE;
    }

    /** "10 May", "May 10": a month that is a verb elsewhere. */
    private static boolean isMonth(Chart chart, int index) {
        boolean isCounted = isNumber(chart, index - 1) || isNumber(chart, index + 1);
        return isCounted && (chart.has(index, TimeWords.MONTH) || chart.has(index, TimeWords.MONTH_MAYBE));
    }

    private static boolean isNumber(Chart chart, int index) {
        return chart.tokens().has(index) && chart.tokens().at(index).isDigits();
    }

    /** Whether a word looks like a verb. */
    public static boolean isVerb(Chart chart, int index) {
        return chart.tokens().has(index) && signAt(chart, index) != Sign.NONE;
    }

    /** Whether a word looks like a verb of what happened. */
    public static boolean isPast(Chart chart, int index) {
        return chart.tokens().has(index) && signAt(chart, index) == Sign.PAST;
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
