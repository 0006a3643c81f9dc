package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.DateExpression;
import org.otklik.nlu.time.DateValue;
import org.otklik.nlu.time.Direction;
import org.otklik.nlu.time.Length;
import org.otklik.nlu.time.Reference;
import org.otklik.nlu.time.Times;

/** Finds dates, moments, hours and durations, seen from when and where they were written. */
final class TimeEntities {
    /** How far before its hour a moment may begin, in tokens. */
    private static final int CLOCK_REACH = 6;

    private final Chart chart;
    private final Clauses clauses;
    private final Reference reference;
    private final Lengths lengths;
    /** The sentences that tell of work, by their first tokens. */
    private final Set<Integer> reports;

    private final List<Candidate> found = new ArrayList<>();

    TimeEntities(Chart chart, Clauses clauses, Reference reference) {
        this.chart = chart;
        this.clauses = clauses;
        this.reference = reference;
        this.lengths = new Lengths(chart, clauses);
        this.reports = chart.all(Times.HOURS).stream()
                .filter(node -> lengths.isWork(node) && !isOfClock(node))
                .map(node -> clauses.sentenceAt(node.from()))
                .collect(Collectors.toSet());
    }

    /** "At 3 hours" is a time of day. */
    private boolean isOfClock(Node<Length> node) {
        return IntStream.rangeClosed(Math.max(0, node.from() - CLOCK_REACH), node.from())
                .boxed()
                .flatMap(from -> chart.at(from, Times.MOMENT).stream())
                .anyMatch(moment -> moment.to() >= node.to());
    }

    List<Candidate> candidates() {
        for (var node : chart.all(Times.DATE)) {
            date(node, Candidate.Strength.WORDS);
        }
        for (var node : chart.all(Times.SOLE_DATE)) {
            if (isWholeText(node) || isWeekdayBehind(node)) {
                date(node, Candidate.Strength.GUESS);
            }
        }
        for (var node : chart.all(Times.BARE_YEAR)) {
            if (!opensSentence(node.from())) {
                date(node, Candidate.Strength.WORDS);
            }
        }
        for (var node : chart.all(Times.MOMENT)) {
            node.value()
                    .at(seenFrom(node))
                    .ifPresent(moment -> add(new Entity.DateTime(span(node), moment), node, Candidate.Strength.WORDS));
        }
        for (var node : chart.all(Times.SOLE_MOMENT)) {
            if (isWholeText(node)) {
                node.value()
                        .at(seenFrom(node))
                        .ifPresent(
                                moment -> add(new Entity.DateTime(span(node), moment), node, Candidate.Strength.GUESS));
            }
        }
        for (var node : chart.all(Times.HOURS)) {
            hours(node);
        }
        for (var node : chart.all(Times.IMPOSSIBLE_DAY)) {
            found.add(Candidate.nothing(node.from(), node.to()));
        }
        for (var node : chart.all(Times.FROM_HOUR_TO_HOUR)) {
            found.add(Candidate.nothing(node.from(), node.to()));
        }
        for (var node : chart.all(Times.PERIOD)) {
            if (lengths.isDuration(node)) {
                add(new Entity.Duration(span(node), node.value()), node, Candidate.Strength.WORDS);
            }
        }
        return found;
    }

    /** "-4 hours" is a slip that somebody has to see. */
    private void hours(Node<Length> node) {
        if (lengths.isNeither(node)) {
            found.add(Candidate.nothing(node.from(), node.to()));
            return;
        }
        if (!lengths.isWork(node)) {
            add(new Entity.Duration(span(node), node.value()), node, Candidate.Strength.WORDS);
            return;
        }
        boolean isNegative = Numbers.isNegative(chart, node.from());
        var hours = node.value().hours();
        add(new Entity.Hours(span(node), isNegative ? hours.negate() : hours), node, Candidate.Strength.WORDS);
    }

    private void date(Node<DateExpression> node, Candidate.Strength strength) {
        if (Times.isHabit(chart, node.from(), node.to())) {
            found.add(Candidate.nothing(node.from(), node.to()));
            return;
        }
        node.value()
                .at(seenFrom(node))
                .filter(value -> !(value instanceof DateValue.Year) || !Times.isOfBirth(chart, node.from(), node.to()))
                .ifPresent(value -> add(new Entity.Date(span(node), value), node, strength));
    }

    /** "In 2024 we had a flood": a year that opens the sentence is its setting, not something to act on. */
    private boolean opensSentence(int index) {
        int first = Times.isAfterTimePreposition(chart, index) ? index - 1 : index;
        return first == 0
                || (!chart.tokens().at(first - 1).isWord()
                        && !chart.tokens().at(first - 1).is(","));
    }

    /** A day with hours of work is the day on which they were worked, where the sentence does not look ahead. */
    private Reference seenFrom(Node<?> node) {
        var direction = clauses.at(node.from(), node.to());
        boolean isReport = node.symbol() == Times.DATE
                && direction != Direction.PAST
                && clauses.isNoted(node.from())
                && !clauses.isAhead(node.from())
                && reports.contains(clauses.sentenceAt(node.from()));
        return reference.looking(isReport ? Direction.PAST : direction);
    }

    private void add(Entity entity, Node<?> node, Candidate.Strength strength) {
        found.add(new Candidate(entity, node.from(), node.to(), strength));
    }

    /** Whether nothing else was said, but for marks. */
    private boolean isWholeText(Node<?> node) {
        return isMarks(0, node.from()) && isMarks(node.to(), chart.tokens().size());
    }

    /** "Call her sat": what is a verb or a noun elsewhere is a weekday behind whom a clause ends with. */
    private boolean isWeekdayBehind(Node<?> node) {
        int before = node.from() - 1;
        int behind = node.to();
        boolean isEnd = !chart.tokens().has(behind)
                || (!chart.tokens().at(behind).isWord()
                        && !chart.tokens().at(behind).isDigits())
                || chart.has(behind, ActWords.INFINITIVE_MARK);
        boolean isBehindSomebody = chart.has(before, ActWords.OBJECT)
                || chart.has(before, ActWords.GIVEN_NAME)
                || (chart.has(before - 1, ActWords.GIVEN_NAME) && !chart.has(before, Numbers.FUNCTION));
        var word = chart.tokens().at(node.from());
        boolean isNamed = word.isCapitalised()
                && !word.isShouted()
                && chart.tokens().has(before)
                && chart.tokens().at(before).isWord()
                && !chart.tokens().at(before).isCapitalised()
                && !chart.tokens().at(before).is("the");
        return isEnd && (isBehindSomebody || isNamed) && Times.isWeekday(chart, node.from());
    }

    private boolean isMarks(int from, int to) {
        if (to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            var token = chart.tokens().at(i);
            if (token.isWord() || token.isDigits()) {
                return false;
            }
        }
        return true;
    }

    private Span span(Node<?> node) {
        return new Span(
                chart.tokens().at(node.from()).start(),
                chart.tokens().at(node.to() - 1).end());
    }
}
