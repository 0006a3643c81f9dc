package org.otklik.giving;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;

/**
 * The days that a message names, the likeliest day of its gift first: the one that stands nearest to the sum. "My pension comes on the
 * 20th, and on the 21st I'll send you 500."
 */
final class NamedDays {
    private record Named(Span span, DateValue value) {
        int distance(Span sum) {
            return Math.max(sum.start() - span.end(), span.start() - sum.end());
        }
    }

    private NamedDays() {}

    static List<DateValue> in(Understanding understanding) {
        var days = understanding
                .all(Entity.class)
                .flatMap(entity -> switch (entity) {
                    case Entity.Date date -> Stream.of(new Named(date.span(), date.value()));
                    case Entity.DateTime moment ->
                        Stream.of(new Named(
                                moment.span(), new DateValue.Day(moment.value().toLocalDate())));
                    default -> Stream.<Named>empty();
                })
                .toList();
        return understanding
                .all(Entity.Money.class)
                .findFirst()
                .map(sum -> days.stream()
                        .sorted(Comparator.comparingInt(day -> day.distance(sum.span())))
                        .toList())
                .orElse(days)
                .stream()
                .map(Named::value)
                .toList();
    }
}
