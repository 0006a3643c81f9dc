package org.otklik.nlu;

import java.util.List;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;

/** "Tag Vera and Klaus as volunteers": a label that several people get is as many changes. */
final class SeveralCards {
    private static final String UPDATE = "contacts.update";

    private final Chart chart;

    /** @param chart the message with all words of the tables */
    SeveralCards(Chart chart) {
        this.chart = chart;
    }

    List<Act> of(List<Act> acts) {
        return acts.stream().flatMap(act -> parted(act).stream()).toList();
    }

    private List<Act> parted(Act act) {
        var people = act.entities().stream().filter(Entity::namesSomebody).toList();
        boolean areSeveral = act.is(UPDATE)
                && act.mood().isReal()
                && act.rejected().isEmpty()
                && people.size() > 1
                && IntStream.range(1, people.size()).allMatch(i -> areJoined(people.get(i - 1), people.get(i)))
                && IntStream.range(0, chart.tokens().size()).anyMatch(i -> chart.has(i, ActWords.TAGGING));
        return areSeveral ? people.stream().map(one -> about(act, one)).toList() : List.of(act);
    }

    /** Whether nothing but marks and words like "and" stands between two names. */
    private boolean areJoined(Entity one, Entity next) {
        return IntStream.range(0, chart.tokens().size())
                .filter(i -> chart.tokens().at(i).start() >= one.span().end()
                        && chart.tokens().at(i).end() <= next.span().start())
                .allMatch(i -> !chart.tokens().at(i).isWord() || chart.has(i, ActWords.BORDER));
    }

    private static Act about(Act act, Entity one) {
        return new Act(
                act.intent(),
                act.confidence(),
                act.inScope(),
                act.text(),
                act.entities().stream()
                        .filter(entity -> !entity.namesSomebody() || entity.equals(one))
                        .toList(),
                true,
                act.mood(),
                List.of());
    }
}
