package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.HOURS;
import static org.otklik.nlu.time.Times.PERIOD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;

/** How long something takes: hours of work, and periods such as "for two weeks". */
final class LengthRules {
    /** More can only be a slip, however much more it is. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);

    private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);

    private LengthRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(HOURS, LengthRules::hours, one(Numbers.NUMBER), one(UNIT)),
                rule(HOURS, LengthRules::halfHour, one(UNIT)),
                rule(
                        HOURS,
                        m -> hours(m.get(FRACTION), m.get(UNIT)),
                        one(FRACTION),
                        maybe(OF),
                        maybe(Numbers.ONE),
                        one(UNIT)),
                rule(HOURS, LengthRules::hoursAndHalf, maybe(Numbers.ONE), one(UNIT), one(Numbers.HALF_MORE)),
                rule(HOURS, LengthRules::hoursAndHalf, one(Numbers.NUMBER), one(UNIT), one(Numbers.HALF_MORE)),
                rule(
                        HOURS,
                        LengthRules::hoursAndMinutes,
                        one(Numbers.NUMBER),
                        one(UNIT),
                        maybe(AND),
                        one(Numbers.NUMBER),
                        one(UNIT)),
                rule(PERIOD, LengthRules::period, one(FOR_PERIOD), one(Numbers.NUMBER), one(UNIT)),
                rule(PERIOD, LengthRules::period, one(FOR_PERIOD), maybe(Numbers.ONE), one(UNIT)));
    }

    private static Optional<Length> hours(Match match) {
        return hours(match.get(Numbers.NUMBER).value(), match.get(UNIT));
    }

    /** None at all is a slip that somebody has to see. */
    private static Optional<Length> hours(BigDecimal number, Unit unit) {
        return unit.unit() == ChronoUnit.HOURS && number.signum() >= 0
                ? Optional.of(new Length(number.min(MOST_HOURS), unit))
                : Optional.empty();
    }

    /** A single word that says half an hour. */
    private static Optional<Length> halfHour(Match match) {
        var unit = match.get(UNIT);
        return unit.unit() == ChronoUnit.MINUTES && unit.times() > 1
                ? hours(new BigDecimal("0.5"), Unit.HOUR)
                : Optional.empty();
    }

    private static Optional<Length> hoursAndHalf(Match match) {
        var whole = match.find(Numbers.NUMBER).map(number -> number.value()).orElse(BigDecimal.ONE);
        return hours(whole.add(new BigDecimal("0.5")), match.get(UNIT));
    }

    private static Optional<Length> hoursAndMinutes(Match match) {
        var minutes = match.second(Numbers.NUMBER).value();
        boolean isMinutes = match.second(UNIT).unit() == ChronoUnit.MINUTES;
        return isMinutes
                ? hours(
                        match.get(Numbers.NUMBER).value().add(minutes.divide(MINUTES_OF_HOUR, 2, RoundingMode.HALF_UP)),
                        match.get(UNIT))
                : Optional.empty();
    }

    private static Optional<Length> period(Match match) {
        var number =
                match.find(Numbers.NUMBER).map(quantity -> quantity.value()).orElse(BigDecimal.ONE);
        var unit = match.get(UNIT);
        boolean isSingleDay = unit.equals(Unit.DAY) && !match.has(Numbers.NUMBER);
        return unit.isOfDay() || isSingleDay || number.compareTo(BigDecimal.valueOf(1000)) > 0
                ? Optional.empty()
                : Optional.of(new Length(number, unit));
    }
}
