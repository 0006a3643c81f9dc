package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Numbers;

/**
 * Finds one act for each thing to be reminded of at a time of its own: "remind me tomorrow to weigh the pups, and on Friday to call
 * the vet". What follows the join has to be a thing to do with its time, and so has what stands before it: one thing at two times
 * stays one.
 */
final class SeveralReminders {
    private static final String REMIND = "tasks.create";

    private final String message;
    private final Chart chart;

    /** @param chart the message with all words of the tables */
    SeveralReminders(String message, Chart chart) {
        this.message = message;
        this.chart = chart;
    }

    List<Act> of(List<Act> acts) {
        return acts.stream().flatMap(act -> parted(act).stream()).toList();
    }

    private List<Act> parted(Act act) {
        int begin = message.indexOf(act.text());
        if (!act.is(REMIND) || !act.mood().isReal() || !act.rejected().isEmpty() || begin < 0) {
            return List.of(act);
        }
        int to = chart.tokens().indexAt(begin + act.text().length());
        var starts = new ArrayList<Integer>();
        starts.add(chart.tokens().indexAt(begin));
        for (int i = starts.getFirst() + 1; i < to; i++) {
            if (isJoin(i) && isTimed(act, starts.getLast(), i) && isOther(act, i, to)) {
                starts.add(i);
            }
        }
        return starts.size() == 1
                ? List.of(act)
                : IntStream.range(0, starts.size())
                        .mapToObj(n -> part(act, starts.get(n), n + 1 == starts.size() ? to : starts.get(n + 1)))
                        .toList();
    }

    private boolean isJoin(int index) {
        return chart.has(index, ActWords.BORDER) || chart.tokens().at(index).is(",");
    }

    /** Whether a thing to do and one time for it are said between two places. */
    private boolean isTimed(Act act, int from, int to) {
        return IntStream.range(from, to).anyMatch(i -> isToDo(i) && !chart.has(i, ActWords.HEAD))
                && IntStream.range(from, to).anyMatch(i -> isTime(act, i));
    }

    /** Whether a time comes next, and a thing to do right behind it. */
    private boolean isOther(Act act, int join, int to) {
        int at = join + 1;
        while (at < to && !isTime(act, at) && isSmall(at)) {
            at++;
        }
        int time = at;
        while (at < to && isTime(act, at)) {
            at++;
        }
        return at > time && at < to && isToDo(at);
    }

    private boolean isSmall(int index) {
        return chart.has(index, Numbers.FUNCTION)
                || chart.has(index, ActWords.BORDER)
                || chart.has(index, ActWords.ADDING);
    }

    private boolean isToDo(int index) {
        return chart.has(index, ActWords.INFINITIVE_MARK) || chart.has(index, ActWords.INFINITIVE);
    }

    private boolean isTime(Act act, int index) {
        var token = chart.tokens().at(index);
        return act.entities().stream()
                .filter(entity -> entity instanceof Entity.Date || entity instanceof Entity.DateTime)
                .map(Entity::span)
                .anyMatch(span -> span.start() <= token.start() && token.end() <= span.end());
    }

    private Act part(Act act, int from, int to) {
        var span = new Span(
                chart.tokens().at(from).start(), chart.tokens().at(to - 1).end());
        return new Act(
                act.intent(),
                act.confidence(),
                act.inScope(),
                span.in(message),
                act.entities().stream()
                        .filter(entity -> entity.span().overlaps(span))
                        .toList(),
                true,
                act.mood(),
                List.of());
    }
}
