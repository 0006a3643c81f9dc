package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.DASH;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.HOURS;
import static org.otklik.nlu.time.Times.LENGTH;
import static org.otklik.nlu.time.Times.PERIOD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;

/** So much time: hours and minutes, and periods such as "two weeks". Whether it is work, an age or a wait the text around tells. */
final class LengthRules {
    /** More can only be a slip, however much more it is. */
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);

    /** "The 2019 minutes" are those of a meeting. */
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(1000);

    /** "Years seventy" is said of nothing that lasts. */
    private static final BigDecimal MOST_GUESSED = BigDecimal.valueOf(60);

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
                rule(HOURS, LengthRules::about, one(UNIT), maybe(FOR_PERIOD), one(Numbers.NUMBER)),
                rule(PERIOD, LengthRules::period, maybe(FOR_PERIOD), maybe(ABOUT), maybe(Numbers.ONE), one(LENGTH)),
                rule(PERIOD, LengthRules::joined, one(Numbers.NUMBER), one(DASH), one(UNIT)),
                rule(PERIOD, LengthRules::aboutPeriod, one(UNIT), maybe(FOR_PERIOD), one(Numbers.NUMBER)));
    }

    private static Optional<Length> hours(Match match) {
        return hours(match.get(Numbers.NUMBER).value(), match.get(UNIT));
    }

    /** None at all is a slip that somebody has to see. */
    private static Optional<Length> hours(BigDecimal number, Unit unit) {
        boolean isYear = unit.unit() == ChronoUnit.MINUTES && number.compareTo(MOST_MINUTES) > 0;
        return unit.isOfDay() && number.signum() >= 0 && !isYear
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

    /** "An hour and a half"; half a minute is no work. */
    private static Optional<Length> hoursAndHalf(Match match) {
        if (match.get(UNIT).unit() != ChronoUnit.HOURS) {
            return Optional.empty();
        }
        var whole = match.find(Numbers.NUMBER).map(number -> number.value()).orElse(BigDecimal.ONE);
        return hours(whole.add(new BigDecimal("0.5")), match.get(UNIT));
    }

    private static Optional<Length> hoursAndMinutes(Match match) {
        var minutes = match.second(Numbers.NUMBER).value();
        boolean isMinutes =
                match.get(UNIT).unit() == ChronoUnit.HOURS && match.second(UNIT).unit() == ChronoUnit.MINUTES;
        return isMinutes
                ? hours(
                        match.get(Numbers.NUMBER).value().add(minutes.divide(MINUTES_OF_HOUR, 2, RoundingMode.HALF_UP)),
                        match.get(UNIT))
                : Optional.empty();
    }

    private static Optional<Length> period(Match match) {
        var length = match.get(LENGTH);
        return length.isOfDay() ? Optional.empty() : Optional.of(length);
    }

    /** "A 14-day trial". */
    private static Optional<Length> joined(Match match) {
        var unit = match.get(UNIT);
        boolean isJoined =
                match.tokens().isJoined(match.to() - 2) && match.tokens().isJoined(match.to() - 1);
        return isJoined && !unit.isOfDay()
                ? Optional.of(new Length(match.get(Numbers.NUMBER).value(), unit))
                : Optional.empty();
    }

    private static Optional<Length> aboutPeriod(Match match) {
        return inverted(match).filter(length -> !length.isOfDay());
    }

    private static Optional<Length> about(Match match) {
        return inverted(match).filter(Length::isOfDay);
    }

    /** In Russian the unit may open a guess: "hours seven". What is counted behind another number, or called so, is none. */
    private static Optional<Length> inverted(Match match) {
        var chart = match.chart();
        var number = match.get(Numbers.NUMBER).value();
        boolean isGuess = match.tokens().at(match.from()).isCyrillic()
                && number.compareTo(BigDecimal.ONE) > 0
                && number.compareTo(MOST_GUESSED) < 0
                && (Numbers.standsAlone(chart, match.to()) || Clauses.isVerb(chart, match.to()))
                && !chart.has(match.to(), DASH)
                && !chart.endsBefore(match.from(), Numbers.NUMBER)
                && !chart.endsBefore(match.from(), WHICH)
                && !chart.endsBefore(match.from(), EDGE);
        return isGuess ? Optional.of(new Length(number, match.get(UNIT))) : Optional.empty();
    }
}
