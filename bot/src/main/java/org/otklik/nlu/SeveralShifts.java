package org.otklik.nlu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;

/** Finds one act for each day of work that is told in one breath: "2 hours on Saturday and 3 on Sunday". */
final class SeveralShifts {
    private static final String LOG_HOURS = "volunteering.log_hours";
    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final String message;
    private final Chart chart;

    /** @param chart the message with its numbers */
    SeveralShifts(String message, Chart chart) {
        this.message = message;
        this.chart = chart;
    }

    /** One day with its hours. */
    private record Shift(Entity.Date day, Entity.Hours hours) {
        int start() {
            return Math.min(day.span().start(), hours.span().start());
        }
    }

    List<Act> of(List<Act> acts) {
        return acts.stream().flatMap(act -> parted(act).stream()).toList();
    }

    private List<Act> parted(Act act) {
        var days = act.all(Entity.Date.class);
        var hours = hours(act, days.size());
        boolean areDays = act.is(LOG_HOURS)
                && act.mood().isReal()
                && act.rejected().isEmpty()
                && days.size() > 1
                && days.stream().map(Entity.Date::value).distinct().count() == days.size()
                && days.stream()
                        .allMatch(day -> day.value().first().equals(day.value().last()));
        if (areDays && hours.size() == 1 && isOfEach(act)) {
            return days.stream()
                    .map(day -> with(act, new Shift(day, hours.getFirst()), act.text()))
                    .toList();
        }
        if (!areDays || days.size() != hours.size() || !SeveralGifts.areInTurn(hours, days)) {
            return List.of(act);
        }
        var shifts = IntStream.range(0, days.size())
                .mapToObj(i -> new Shift(days.get(i), hours.get(i)))
                .toList();
        return IntStream.range(0, shifts.size())
                .mapToObj(i -> with(act, shifts, i))
                .toList();
    }

    /** "3 hours each on Saturday and Sunday". */
    private boolean isOfEach(Act act) {
        int from = message.indexOf(act.text());
        return IntStream.range(0, chart.tokens().size())
                .filter(i -> chart.tokens().at(i).start() >= from
                        && chart.tokens().at(i).end() <= from + act.text().length())
                .anyMatch(i -> chart.has(i, ActWords.EACH));
    }

    /** The hours that are told, and where there are more days than these, numbers that can only count hours as well. */
    private List<Entity.Hours> hours(Act act, int days) {
        var told = act.all(Entity.Hours.class);
        if (told.isEmpty() || told.size() >= days) {
            return told;
        }
        return Stream.concat(told.stream(), bare(act).stream())
                .sorted(Comparator.comparingInt(hours -> hours.span().start()))
                .toList();
    }

    private List<Entity.Hours> bare(Act act) {
        int from = message.indexOf(act.text());
        return chart.all(Numbers.NUMBER).stream()
                .filter(node ->
                        node.equals(chart.longest(node.from(), Numbers.NUMBER).orElse(node)))
                .filter(node -> span(node).start() >= from
                        && span(node).end() <= from + act.text().length())
                .filter(node -> act.entities().stream()
                        .noneMatch(entity -> entity.span().overlaps(span(node))))
                .filter(node -> node.value().value().signum() > 0
                        && node.value().value().compareTo(DAY) <= 0)
                .map(node -> new Entity.Hours(span(node), node.value().value()))
                .toList();
    }

    private Span span(Node<Quantity> number) {
        return new Span(
                chart.tokens().at(number.from()).start(),
                chart.tokens().at(number.to() - 1).end());
    }

    /** Each day has the words up to the next, and those before all of them: "sorted clothes, 2 hours on Saturday and 3 on Sunday". */
    private Act with(Act act, List<Shift> shifts, int index) {
        int begin = message.indexOf(act.text());
        var lead = message.substring(begin, shifts.getFirst().start());
        int from = shifts.get(index).start();
        int to = index + 1 == shifts.size()
                ? begin + act.text().length()
                : shifts.get(index + 1).start();
        return with(act, shifts.get(index), (lead + message.substring(from, to)).strip());
    }

    private static Act with(Act act, Shift shift, String text) {
        var own = new ArrayList<Entity>(act.entities().stream()
                .filter(entity -> !(entity instanceof Entity.Hours) && !(entity instanceof Entity.Date))
                .toList());
        own.add(shift.day());
        own.add(shift.hours());
        return new Act(act.intent(), act.confidence(), act.inScope(), text, own, true, act.mood(), List.of());
    }
}
