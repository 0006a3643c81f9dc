package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.DASH;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.DATE;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Rule;

/** Parts of longer times: the end of May, mid-June, the beginning of next week. */
final class EdgeRules {
    private EdgeRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(DATE, EdgeRules::ofDate, one(EDGE), maybe(OF, DASH), maybe(THE), one(DATE)),
                rule(DATE, EdgeRules::ofMonth, one(EDGE), maybe(OF, DASH), one(MONTH_MAYBE)),
                rule(DATE, EdgeRules::ofUnit, one(EDGE), maybe(OF), maybe(THE), one(UNIT)),
                rule(DATE, m -> Optional.of(thisMonth(m.get(EDGE_OF_MONTH))), maybe(THE), one(EDGE_OF_MONTH)),
                rule(
                        DATE,
                        m -> Optional.of(Periods.unit(Unit.YEAR, 0).then(m.get(EDGE_OF_YEAR)::of)),
                        maybe(THE),
                        one(EDGE_OF_YEAR)));
    }

    private static Optional<DateExpression> ofDate(Match match) {
        var edge = match.get(EDGE);
        DateExpression whole = match.get(DATE);
        return Optional.of(reference -> whole.at(reference)
                .filter(value -> !value.first().equals(value.last()))
                .map(edge::of));
    }

    private static Optional<DateExpression> ofMonth(Match match) {
        return Optional.of(Periods.month(match.get(MONTH_MAYBE)).then(match.get(EDGE)::of));
    }

    private static Optional<DateExpression> ofUnit(Match match) {
        var unit = match.get(UNIT);
        boolean isShort = unit.isOfDay() || unit.equals(Unit.DAY);
        return isShort ? Optional.empty() : Optional.of(Periods.unit(unit, 0).then(match.get(EDGE)::of));
    }

    private static DateExpression thisMonth(Edge edge) {
        return reference -> Optional.of(edge.of(new DateValue.Month(YearMonth.from(reference.today()))));
    }
}
