package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Numbers.NUMBER;
import static org.otklik.nlu.grammar.Numbers.ORDINAL_NUMBER;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.otklik.nlu.grammar.Marks;
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
    /** Hours and months are said in halves, thirds and quarters. */
    private static final int MOST_PARTS = 4;

    private static final BigDecimal HALF = new BigDecimal("0.5");
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
                rule(Times.LENGTH, NumberRules::single, one(TimeWords.UNIT)),
                rule(TimeWords.FRACTION, NumberRules::fraction, one(NUMBER), one(Marks.SLASH), one(NUMBER)),
                rule(TimeWords.FRACTION, NumberRules::wholeAndFraction, one(NUMBER), one(TimeWords.FRACTION)),
                rule(
                        Times.LENGTH,
                        m -> Optional.of(new Length(m.get(TimeWords.FRACTION), m.get(TimeWords.UNIT))),
                        one(TimeWords.FRACTION),
                        maybe(TimeWords.OF),
                        maybe(Numbers.ONE),
                        one(TimeWords.UNIT)),
                rule(Times.LENGTH, NumberRules::andHalf, maybe(NUMBER), one(TimeWords.UNIT), one(Numbers.HALF_MORE)));
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

    /** "1/2", "3/4": written tight, and of a kind that time is parted in. */
    private static Optional<BigDecimal> fraction(Match match) {
        int part = match.get(NUMBER).within(1, MOST_PARTS).orElse(0);
        int of = match.second(NUMBER).within(2, MOST_PARTS).orElse(0);
        boolean isTight =
                match.tokens().isJoined(match.from() + 1) && match.tokens().isJoined(match.to() - 1);
        return isTight && part > 0 && part < of
                ? Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private static Optional<BigDecimal> wholeAndFraction(Match match) {
        var whole = match.get(NUMBER);
        var part = match.get(TimeWords.FRACTION);
        boolean isPart = part.compareTo(BigDecimal.ONE) < 0
                && match.tokens().at(match.to() - 1).isDigits();
        return isPart && whole.isWhole() ? Optional.of(whole.value().add(part)) : Optional.empty();
    }

    private static Optional<Length> andHalf(Match match) {
        var whole = match.find(NUMBER).map(Quantity::value).orElse(BigDecimal.ONE);
        return Optional.of(new Length(whole.add(HALF), match.get(TimeWords.UNIT)))
                .filter(length -> length.number().compareTo(TOO_MUCH) < 0);
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
