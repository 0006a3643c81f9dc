package org.otklik.giving;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/** Sums said as bare numbers, where it is known that sums are spoken of: "5000 a month instead of 3000". */
final class BareSums {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,:/])(?:(?<!\\S)[-\\u2212])?(?:\\d{1,3}[eE]\\d{1,3}|\\d{1,3}(?:[ \\u00a0]\\d{3}|\\d)*)(?![\\d.,:/]\\d)");

    private BareSums() {}

    /** The only number that is neither a day nor the present sum. */
    static Optional<Entity.Money> in(Understanding understanding, Optional<BigDecimal> present) {
        var text = understanding.text();
        List<Entity.Money> sums = NUMBER.matcher(text)
                .results()
                .filter(found -> understanding.entities().stream().noneMatch(entity -> holds(entity, found.start())))
                .map(found -> new Entity.Money(
                        new Span(found.start(), found.end()),
                        number(found.group()),
                        Optional.empty(),
                        Optional.empty(),
                        true))
                .filter(sum -> present.isEmpty() || sum.amount().compareTo(present.get()) != 0)
                .toList();
        return sums.size() == 1 ? Optional.of(sums.getFirst()) : Optional.empty();
    }

    /** Less than nothing is a slip that somebody has to see. */
    private static BigDecimal number(String figures) {
        var number = new BigDecimal(figures.replaceAll("[^\\deE]", ""));
        return Character.isDigit(figures.charAt(0)) ? number : number.negate();
    }

    private static boolean holds(Entity entity, int position) {
        return !(entity instanceof Entity.Money)
                && entity.span().start() <= position
                && position < entity.span().end();
    }
}
