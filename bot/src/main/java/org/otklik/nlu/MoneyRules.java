package org.otklik.nlu;

import static org.otklik.nlu.MoneyWords.*;
import static org.otklik.nlu.grammar.Marks.DASH;
import static org.otklik.nlu.grammar.Numbers.CURRENCY;
import static org.otklik.nlu.grammar.Numbers.NUMBER;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Grammar;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Ranges;

/** Amounts that show by themselves that they are money: by a currency, by a scale, by a word of slang. */
final class MoneyRules {
    static final Symbol<Sum> MONEY = new Symbol<>("money");
    /** An amount with a currency; ranges and multiples are made of these. */
    private static final Symbol<Sum> PRICE = new Symbol<>("price");

    private static final BigDecimal THOUSAND_TIMES = BigDecimal.valueOf(1000);
    private static final int AMEND_REACH = 8;
    private static final int WEIGHS_REACH = 3;

    private MoneyRules() {}

    static Grammar grammar() {
        return new Grammar().layer(prices()).layer(cents()).layer(sums());
    }

    private static List<Rule<?>> prices() {
        return List.of(
                rule(PRICE, MoneyRules::currencyFirst, one(CURRENCY), one(NUMBER)),
                rule(PRICE, MoneyRules::currencyBehind, one(NUMBER), maybe(NATIONAL), one(CURRENCY)),
                rule(PRICE, m -> price(m, m.get(CURRENCY)), one(CURRENCY), one(NUMBER), one(CURRENCY)),
                rule(PRICE, MoneyRules::lettered, one(CURRENCY), one(NUMBER), one(SCALE_LETTER)),
                rule(PRICE, MoneyRules::lettered, one(NUMBER), one(SCALE_LETTER), one(CURRENCY)),
                rule(
                        PRICE,
                        m -> Optional.of(Sum.of(BigDecimal.ONE).in(m.get(CURRENCY))),
                        one(Numbers.ONE),
                        one(CURRENCY)),
                rule(
                        PRICE,
                        m -> price(m, m.get(THOUSAND)).map(sum -> sum.times(THOUSAND_TIMES)),
                        one(NUMBER),
                        one(THOUSAND)),
                rule(
                        PRICE,
                        m -> isAdjective(m) ? Optional.empty() : scaled(m, SLANG_SCALE),
                        one(NUMBER),
                        one(SLANG_SCALE),
                        maybe(CURRENCY)),
                rule(
                        PRICE,
                        m -> isAdjective(m)
                                ? Optional.empty()
                                : Optional.of(Sum.of(m.get(SLANG_SCALE))
                                        .in(m.find(CURRENCY).orElse(""))),
                        one(Numbers.ONE),
                        one(SLANG_SCALE),
                        maybe(CURRENCY)),
                rule(PRICE, m -> scaled(m, PIECES), one(NUMBER), one(PIECES), one(CURRENCY)),
                rule(PRICE, m -> Optional.of(Sum.of(m.get(PIECES)).in(m.get(CURRENCY))), one(PIECES), one(CURRENCY)),
                rule(PRICE, m -> slang(m.get(SLANG), m), one(SLANG), maybe(CURRENCY)),
                rule(PRICE, m -> slang(m.get(SLANG_VAGUE), m).map(Sum::inexact), one(SLANG_VAGUE), maybe(CURRENCY)));
    }

    private static List<Rule<?>> cents() {
        return List.of(
                rule(
                        PRICE,
                        MoneyRules::withCents,
                        one(PRICE),
                        maybe(Ranges.AND),
                        one(NUMBER),
                        one(CENTS, CENTS_LETTER)),
                rule(PRICE, MoneyRules::withBareCents, one(PRICE), maybe(Ranges.AND), one(NUMBER)),
                rule(PRICE, m -> centsOnly(m, m.get(CENTS)), one(NUMBER), one(CENTS)),
                rule(PRICE, MoneyRules::centsLetter, one(NUMBER), one(CENTS_LETTER)));
    }

    private static List<Rule<?>> sums() {
        return List.of(
                rule(MONEY, m -> Optional.of(m.get(PRICE)), one(PRICE)),
                rule(
                        MONEY,
                        MoneyRules::range,
                        maybe(Ranges.FROM, Ranges.BETWEEN),
                        one(NUMBER),
                        one(DASH, Ranges.TO, EITHER),
                        one(PRICE)),
                rule(
                        MONEY,
                        MoneyRules::range,
                        one(Ranges.FROM, Ranges.BETWEEN),
                        one(NUMBER, PRICE),
                        one(Ranges.TO, Ranges.AND),
                        one(PRICE)),
                rule(MONEY, MoneyRules::range, maybe(Ranges.FROM), one(PRICE), one(DASH, Ranges.TO), one(NUMBER)),
                rule(MONEY, MoneyRules::range, one(PRICE), one(DASH, EITHER, Ranges.TO), one(PRICE)),
                rule(
                        MONEY,
                        MoneyRules::scaledRange,
                        maybe(Ranges.FROM),
                        one(NUMBER),
                        one(DASH, Ranges.TO),
                        one(NUMBER)),
                rule(
                        MONEY,
                        MoneyRules::scaledRange,
                        one(Ranges.FROM, Ranges.BETWEEN),
                        one(NUMBER),
                        one(Ranges.AND),
                        one(NUMBER)),
                rule(MONEY, MoneyRules::multiple, one(NUMBER), one(TIMES, OF_EACH, Marks.TIMES), one(PRICE, NUMBER)),
                rule(MONEY, MoneyRules::multiple, one(NUMBER), one(TIMES_MONEY), one(PRICE)),
                rule(MONEY, MoneyRules::multiple, one(NUMBER), one(REPEATS), maybe(OF_EACH), one(PRICE, NUMBER)),
                rule(MONEY, MoneyRules::repeated, one(REPEATEDLY), maybe(OF_EACH), one(PRICE)),
                rule(MONEY, MoneyRules::repeated, one(OF_EACH), one(PRICE), one(REPEATEDLY)),
                rule(MONEY, MoneyRules::repeated, one(OF_EACH), one(PRICE), one(NUMBER), one(REPEATS)),
                rule(MONEY, MoneyRules::scaledAlone, one(NUMBER)));
    }

    private static Optional<Sum> price(Match match, String currency) {
        return Optional.of(sum(match.get(NUMBER)).in(currency));
    }

    /** "$1.2m": a letter at the number, which is a measure without the currency. */
    private static Optional<Sum> lettered(Match match) {
        int letter = match.nodes().stream()
                .filter(node -> node.symbol() == SCALE_LETTER)
                .findFirst()
                .orElseThrow()
                .from();
        boolean isJoined = match.tokens().isJoined(letter);
        return isJoined ? scaled(match, SCALE_LETTER) : Optional.empty();
    }

    /** "500 roubles 6.11": a currency in words belongs to the number before it. */
    private static Optional<Sum> currencyFirst(Match match) {
        boolean isTaken = match.tokens().at(match.from()).isWord()
                && match.tokens().has(match.from() - 1)
                && match.tokens().at(match.from() - 1).isDigits();
        return isTaken ? Optional.empty() : price(match, match.get(CURRENCY));
    }

    private static Optional<Sum> currencyBehind(Match match) {
        boolean isNamed = match.nodes().stream()
                .anyMatch(node -> node.symbol() == NATIONAL && match.chart().has(node.from(), CURRENCY));
        return isNamed || isWeight(match) ? Optional.empty() : price(match, match.get(CURRENCY));
    }

    /** "20 pounds of potatoes", "weighs 20 pounds". */
    private static boolean isWeight(Match match) {
        var chart = match.chart();
        if (!chart.has(match.to() - 1, WEIGHT)) {
            return false;
        }
        int goods = match.to() + 1;
        boolean isOfGoods = chart.has(match.to(), WEIGHT_OF)
                && chart.tokens().has(goods)
                && chart.tokens().at(goods).isWord()
                && !chart.has(goods, Numbers.FUNCTION)
                && !chart.has(goods, AMOUNT_OF);
        return isOfGoods
                || IntStream.range(match.from() - WEIGHS_REACH, match.from()).anyMatch(i -> chart.has(i, WEIGHS));
    }

    /** "A grand piano": slang is not said of what stands behind it. */
    private static boolean isAdjective(Match match) {
        var word = match.tokens().at(match.to() - 1);
        return !match.has(CURRENCY)
                && !word.isCyrillic()
                && isCounted(match)
                && !Clauses.isVerb(match.chart(), match.to());
    }

    private static Sum sum(Quantity number) {
        var sum = Sum.of(number.value());
        return number.form() == Quantity.Form.VAGUE ? sum.inexact() : sum;
    }

    private static Optional<Sum> scaled(Match match, Symbol<BigDecimal> scale) {
        return Optional.of(sum(match.get(NUMBER))
                .times(match.get(scale))
                .in(match.find(CURRENCY).orElse("")));
    }

    private static Optional<Sum> slang(Slang slang, Match match) {
        return Optional.of(Sum.of(slang.amount()).in(match.find(CURRENCY).orElse(slang.currency())));
    }

    private static Optional<Sum> withCents(Match match) {
        var cents = match.get(NUMBER).within(0, 99);
        return cents.isPresent()
                ? Optional.of(match.get(PRICE).withCents(BigDecimal.valueOf(cents.getAsInt())))
                : Optional.empty();
    }

    /** "$20 43": the second number ends the thought. */
    private static Optional<Sum> withBareCents(Match match) {
        boolean isWhole = match.get(PRICE).amount().stripTrailingZeros().scale() <= 0;
        boolean isLast = !match.tokens().has(match.to())
                || !match.tokens().at(match.to()).isWord();
        return isWhole && isLast && Numbers.standsAlone(match.chart(), match.to())
                ? withCents(match)
                : Optional.empty();
    }

    private static Optional<Sum> centsOnly(Match match, String currency) {
        return Optional.of(
                Sum.of(BigDecimal.ZERO).withCents(match.get(NUMBER).value()).in(currency));
    }

    private static Optional<Sum> centsLetter(Match match) {
        var tokens = match.tokens();
        int letter = match.to() - 1;
        boolean isCoin = tokens.isJoined(letter)
                && !tokens.at(letter).isCapitalised()
                && match.get(CENTS_LETTER).equals("GBP");
        return isCoin ? centsOnly(match, match.get(CENTS_LETTER)) : Optional.empty();
    }

    /** Of two ends, each may lack the currency that the other has, and the lower one its scale: 5 to 10 thousand. */
    private static Optional<Sum> range(Match match) {
        var prices = match.all(PRICE);
        boolean isNumberFirst = match.has(NUMBER) && !isFirst(match, PRICE);
        Sum low = isNumberFirst ? sum(match.get(NUMBER)) : prices.getFirst();
        Sum high = isNumberFirst || prices.size() > 1 ? prices.getLast() : sum(match.get(NUMBER));
        var currency = low.currency().or(high::currency).orElse("");
        if (isNumberFirst && match.get(NUMBER).form() != Quantity.Form.SCALED) {
            low = Sum.of(scaledLike(low.amount(), scaleOf(high.amount(), match)));
        }
        var scaled = scaledLike(low.amount(), scaleOf(high.amount(), match));
        if (!isNumberFirst && scaled.compareTo(high.amount()) < 0) {
            low = Sum.of(scaled).in(currency);
        }
        boolean isBehindCurrency = isNumberFirst && match.chart().has(match.from() - 1, CURRENCY);
        boolean isEach = !match.has(Ranges.FROM) && isEach(match);
        boolean isOther = low.currency().isPresent()
                && high.currency().isPresent()
                && !low.currency().equals(high.currency());
        boolean isChange = isOther || isEach || isBehindCurrency || (match.has(Ranges.TO) && isAmended(match));
        return low.amount().compareTo(high.amount()) < 0 && !isChange
                ? Optional.of(low.in(currency).upTo(high.amount()))
                : Optional.empty();
    }

    /** "Two of 500 each" has in Russian the word that ranges have as well. */
    private static boolean isEach(Match match) {
        return match.nodes().stream()
                .anyMatch(node -> node.symbol() == Ranges.TO && match.chart().has(node.from(), OF_EACH));
    }

    /** Whether the text speaks of a change before the range. */
    private static boolean isAmended(Match match) {
        for (int i = Math.max(0, match.from() - AMEND_REACH); i < match.from(); i++) {
            if (match.chart().has(i, AMEND)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirst(Match match, Symbol<?> symbol) {
        return match.nodes().stream()
                .filter(node -> node.symbol() == PRICE || node.symbol() == NUMBER)
                .findFirst()
                .filter(node -> node.symbol() == symbol)
                .isPresent();
    }

    private static Optional<Sum> scaledRange(Match match) {
        var low = match.get(NUMBER);
        var high = match.second(NUMBER);
        boolean isChange = match.has(Ranges.TO) && isAmended(match);
        if (Numbers.isCounting(match.chart(), match.to()) || isChange) {
            return Optional.empty();
        }
        if (high.form() != Quantity.Form.SCALED) {
            return underOneScale(low, high, match);
        }
        var from = low.form() == Quantity.Form.SCALED
                ? low.value()
                : scaledLike(low.value(), scaleOf(high.value(), match));
        return from.compareTo(high.value()) < 0 ? Optional.of(Sum.of(from).upTo(high.value())) : Optional.empty();
    }

    /** In Russian the scale may open a guess, and holds for both ends then: "thousands five to six". */
    private static Optional<Sum> underOneScale(Quantity low, Quantity high, Match match) {
        var first = match.nodes().stream()
                .filter(node -> node.symbol() == NUMBER)
                .findFirst()
                .orElseThrow();
        return Numbers.scaleAt(match.chart(), first.from())
                .map(scale -> high.value().multiply(scale))
                .filter(end -> end.compareTo(low.value()) > 0
                        && end.compareTo(low.value().multiply(BigDecimal.TEN)) <= 0)
                .map(end -> Sum.of(low.value()).upTo(end));
    }

    /** What a scale in the match multiplied the upper end by. */
    private static BigDecimal scaleOf(BigDecimal high, Match match) {
        var last = match.nodes().getLast();
        for (int i = last.from(); i < last.to(); i++) {
            var scale = Numbers.scaleAt(match.chart(), i);
            if (scale.isPresent() && scale.get().compareTo(high) <= 0) {
                return scale.get();
            }
        }
        return BigDecimal.ONE;
    }

    private static BigDecimal scaledLike(BigDecimal low, BigDecimal scale) {
        return low.compareTo(scale) < 0 ? low.multiply(scale) : low;
    }

    /** Several of the same: what they come to is worked out, so it is not exact. */
    private static Optional<Sum> multiple(Match match) {
        var count = match.get(NUMBER).within(2, 100);
        var each = match.find(PRICE).orElseGet(() -> Sum.of(match.second(NUMBER).value()));
        boolean isAmount = match.has(PRICE) || (each.amount().compareTo(BigDecimal.TEN) >= 0 && !isCounted(match));
        return count.isPresent() && isAmount
                ? Optional.of(each.times(BigDecimal.valueOf(count.getAsInt())).inexact())
                : Optional.empty();
    }

    /** "Twice 500": as often as it says, the same. */
    private static Optional<Sum> repeated(Match match) {
        var often = match.find(REPEATEDLY)
                .or(() -> match.find(NUMBER).map(Quantity::value))
                .filter(count -> count.compareTo(BigDecimal.ONE) > 0);
        return often.map(count -> match.get(PRICE).times(count).inexact());
    }

    /** Thousands are money unless something is counted in them. */
    private static Optional<Sum> scaledAlone(Match match) {
        var number = match.get(NUMBER);
        boolean isScaled = number.form() == Quantity.Form.SCALED
                || (number.form() == Quantity.Form.VAGUE && number.value().compareTo(THOUSAND_TIMES) >= 0);
        boolean isMoney = isScaled && !Numbers.isCounting(match.chart(), match.to());
        return isMoney ? Optional.of(sum(number)) : Optional.empty();
    }

    private static boolean isCounted(Match match) {
        return !Numbers.standsAlone(match.chart(), match.to());
    }
}
