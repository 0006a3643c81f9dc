package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Numbers.NUMBER;
import static org.otklik.nlu.grammar.Numbers.ORDINAL_NUMBER;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;
import org.otklik.nlu.grammar.Rule;

/** Numbers that may be days of a month, years, or so much of a unit. */
final class NumberRules {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    /** What is called a year is one, be it ever so far away. */
    private static final int LAST_CALLED = 9999;

    private static final int LONGEST_YEARS = 100;
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(10_000);

    private NumberRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(Times.DAY_NUMBER, NumberRules::dayNumber, one(NUMBER)),
                rule(
                        Times.DAY_NUMBER,
                        m -> Optional.of(m.get(ORDINAL_NUMBER)).filter(n -> n >= 1 && n <= 31),
                        one(ORDINAL_NUMBER)),
                rule(Times.YEAR_NUMBER, NumberRules::year, one(NUMBER), maybe(TimeWords.YEAR_WORD)),
                rule(Times.LENGTH, NumberRules::amount, one(NUMBER), one(TimeWords.UNIT)),
                rule(Times.IMPOSSIBLE_LENGTH, NumberRules::impossible, one(NUMBER), one(TimeWords.UNIT)),
                rule(Times.LENGTH, NumberRules::single, one(TimeWords.UNIT)));
    }

    private static Optional<Integer> dayNumber(Match match) {
        var number = match.get(NUMBER);
        boolean isPlain = number.form() == Quantity.Form.WORDS || match.to() == match.from() + 1;
        var day = isPlain ? number.within(1, 31) : OptionalInt.empty();
        return day.isPresent() ? Optional.of(day.getAsInt()) : Optional.empty();
    }

    private static Optional<Integer> year(Match match) {
        var token = match.tokens().at(match.from());
        boolean isCalled = match.find(TimeWords.YEAR_WORD).isPresent();
        boolean isPlain = token.isDigits() && (token.text().length() == 4 || (isCalled && token.is("0")));
        var year = isCalled
                ? match.get(NUMBER).within(0, LAST_CALLED)
                : match.get(NUMBER).within(FIRST_YEAR, LAST_YEAR);
        return isPlain && year.isPresent() ? Optional.of(year.getAsInt()) : Optional.empty();
    }

    private static Optional<Length> amount(Match match) {
        return Optional.of(new Length(match.get(NUMBER).value(), match.get(TimeWords.UNIT)))
                .filter(amount ->
                        amount.number().signum() > 0 && amount.number().compareTo(TOO_MUCH) < 0);
    }

    private static Optional<Integer> impossible(Match match) {
        var number = match.get(NUMBER).value();
        var unit = match.get(TimeWords.UNIT);
        boolean isNone = number.signum() <= 0 || Numbers.isNegative(match.chart(), match.from());
        boolean isYear = match.tokens().at(match.from()).text().length() == 4;
        return isNone || (!isYear && unit.isLongerThan(number, LONGEST_YEARS))
                ? Optional.of(number.signum())
                : Optional.empty();
    }

    private static Optional<Length> single(Match match) {
        return Optional.of(new Length(BigDecimal.ONE, match.get(TimeWords.UNIT)));
    }
}
