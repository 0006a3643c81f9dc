package org.otklik.nlu.time;

import org.otklik.nlu.grammar.Chart;

/** What a word shows about where its clause looks in time, the weakest sign first. */
enum Sign {
    NONE,
    NOTED,
    LIVE,
    ASKED,
    PAST,
    PLAN;

    /** What the word at this place shows. */
    static Sign at(Chart chart, int index) {
        var token = chart.tokens().at(index);
        if (!token.isWord() || chart.has(index, Clauses.NO_VERB) || isMonth(chart, index)) {
            return Sign.NONE;
        }
        if (isWasAhead(chart, index)) {
            return Sign.PAST;
        }
        if (chart.has(index, Clauses.PLAN_VERB)) {
            return Sign.PLAN;
        }
        if (chart.has(index, Clauses.PUT_DOWN)) {
            return Sign.ASKED;
        }
        boolean isName = token.isCapitalised() && index > 0 && !token.isShouted();
        boolean isPassive = chart.has(index - 1, Clauses.LIVE_VERB);
        if ((chart.has(index, Clauses.PAST_VERB) && !chart.has(index - 1, Clauses.BE))
                || (!isName && !isPassive && mayBeVerb(chart, index) && chart.has(index, Clauses.PAST_ENDING))) {
            return Sign.PAST;
        }
        if (chart.has(index, Clauses.LIVE_VERB) || isRest(chart, index)) {
            return Sign.LIVE;
        }
        if (chart.has(index, Clauses.NOTE_VERB)) {
            return Sign.NOTED;
        }
        return !isName && mayBeVerb(chart, index) && chart.has(index, Clauses.LIVE_ENDING) ? Sign.LIVE : Sign.NONE;
    }

    /** What follows a preposition or is somebody's name is no verb, however it ends. */
    private static boolean mayBeVerb(Chart chart, int index) {
        boolean isBehindPreposition = chart.endsBefore(index, Clauses.NO_VERB_AFTER)
                && chart.tokens().at(index).spaced();
        return !isBehindPreposition && !chart.has(index, Clauses.GIVEN_NAME);
    }

    /** "The rest of the week" is a time. */
    private static boolean isRest(Chart chart, int index) {
        return chart.longest(index, Clauses.REST)
                .filter(node -> !chart.has(node.to(), TimeWords.OF))
                .isPresent();
    }

    /** "10 May", "May 10": a month that is a verb elsewhere. */
    private static boolean isMonth(Chart chart, int index) {
        boolean isCounted = isNumber(chart, index - 1) || isNumber(chart, index + 1);
        return isCounted && (chart.has(index, TimeWords.MONTH) || chart.has(index, TimeWords.MONTH_MAYBE));
    }

    private static boolean isNumber(Chart chart, int index) {
        return chart.tokens().has(index) && chart.tokens().at(index).isDigits();
    }

    /** "Was due": what lay ahead of something that is past. */
    static boolean isWasAhead(Chart chart, int index) {
        return chart.has(index, Clauses.WAS_AHEAD) || chart.endsBefore(index + 1, Clauses.WAS_AHEAD);
    }
}
