package org.otklik.nlu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Ranges;
import org.otklik.nlu.time.Times;

/**
 * Finds amounts of money. A number without a currency is one only where the sentence speaks of giving, or another amount is
 * near, and nothing is counted or numbered by it.
 */
final class Amounts {
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(5);
    private static final BigDecimal LEAST_CONTRASTED = BigDecimal.valueOf(50);
    private static final int MOST_OF_THING = 99_999;
    private static final int ROUND = 10;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    /** How far before a bare number the word may stand that makes it a number of something. */
    private static final int LABEL_REACH = 2;

    /** How far from a bare number the sentence is searched for words of giving, in tokens. */
    private static final int GIVING_REACH = 20;

    /** The most tokens of a number that another word is sought behind. */
    private static final int NUMBER_REACH = 4;

    private final Chart chart;

    Amounts(Chart chart) {
        this.chart = chart;
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (var node : chart.all(MoneyRules.MONEY)) {
            boolean isNumbered = node.value().currency().isEmpty()
                    && (chart.endsBefore(node.from(), MoneyWords.NOT_MONEY)
                            || (isJoined(node) && isLabelled(node.from()))
                            || (isMeasure(node) && !isGivingNear(node)));
            if ((isPossible(node.value()) || isOdd(node)) && !isNumbered) {
                found.add(candidate(node.value(), node.from(), node.to(), Candidate.Strength.WORDS));
            }
        }
        boolean hasMoney = !found.isEmpty();
        for (var node : chart.all(Numbers.NUMBER)) {
            if (isBareAmount(node, hasMoney)) {
                found.add(candidate(sum(node.value()), node.from(), node.to(), Candidate.Strength.GUESS));
            }
            range(node, hasMoney).ifPresent(found::add);
        }
        for (var node : chart.all(MoneyWords.PIECES)) {
            thousands(node).ifPresent(found::add);
        }
        for (var node : chart.all(MoneyWords.SLANG_GIVEN)) {
            if (Numbers.standsAlone(chart, node.to()) && isGivingNear(node)) {
                found.add(candidate(Sum.of(node.value()), node.from(), node.to(), Candidate.Strength.WORDS));
            }
        }
        return found;
    }

    /** "38K" behind a word is a name like any other. */
    private boolean isJoined(Node<Sum> node) {
        return node.length() > 1
                && chart.tokens().isJoined(node.to() - 1)
                && chart.tokens().at(node.to() - 1).isWord();
    }

    /** "10 x 15" without a currency has the form of a size. */
    private boolean isMeasure(Node<Sum> node) {
        return IntStream.range(node.from(), node.to())
                .anyMatch(i -> chart.has(i, MoneyWords.TIMES) || chart.has(i, Marks.TIMES));
    }

    /** "We collected three pieces" is slang for thousands beside a verb that goes with nothing but money. */
    private Optional<Candidate> thousands(Node<BigDecimal> pieces) {
        return IntStream.range(Math.max(0, pieces.from() - NUMBER_REACH), pieces.from())
                .boxed()
                .flatMap(from -> chart.at(from, Numbers.NUMBER).stream())
                .filter(number -> number.to() == pieces.from())
                .filter(number -> chart.has(pieces.to(), MoneyWords.PAYS)
                        || (chart.endsBefore(number.from(), MoneyWords.PAYS)
                                && Numbers.standsAlone(chart, pieces.to())))
                .findFirst()
                .map(number -> candidate(
                        sum(number.value()).times(pieces.value()),
                        number.from(),
                        pieces.to(),
                        Candidate.Strength.WORDS));
    }

    /** "300-400" among other money: two amounts, and no hours, ages or years. */
    private Optional<Candidate> range(Node<Quantity> low, boolean hasMoney) {
        int dash = low.to();
        boolean isRange = chart.has(dash, Marks.DASH)
                && chart.tokens().isJoined(dash)
                && chart.tokens().isJoined(dash + 1)
                && low.value().form() == Quantity.Form.DIGITS
                && low.value().value().compareTo(LEAST_CONTRASTED) >= 0;
        return chart.longest(dash + 1, Numbers.NUMBER)
                .filter(high -> isRange
                        && high.value().form() == Quantity.Form.DIGITS
                        && high.value().value().compareTo(low.value().value()) > 0)
                .filter(high -> Numbers.standsAlone(chart, high.to())
                        && !chart.has(high.to(), Marks.DASH)
                        && !isLabelled(low.from())
                        && !isBehindMark(low.from())
                        && !isYear(low)
                        && (hasMoney || isGivingNear(low)))
                .map(high -> candidate(
                        Sum.of(low.value().value()).upTo(high.value().value()),
                        low.from(),
                        high.to(),
                        Candidate.Strength.WORDS));
    }

    /** The amount that a whole text is, or holds as its only number: the answer to "how much?". It may be nought, or less. */
    Optional<Entity.Money> answer() {
        var sure = chart.all(MoneyRules.MONEY).stream()
                .filter(node -> isPossible(node.value()))
                .max(Comparator.comparingInt(Node::length))
                .map(node -> (Entity.Money) entity(node.value(), node.from(), node.to()));
        if (sure.isPresent()) {
            return sure;
        }
        var numbers = chart.all(Numbers.NUMBER).stream().toList();
        boolean isOne = numbers.stream().mapToInt(Node::from).distinct().count() == 1;
        return numbers.stream()
                .filter(node -> isOne && node.value().value().compareTo(MOST) < 0)
                .max(Comparator.comparingInt(Node::length))
                .map(node -> (Entity.Money) entity(sum(node.value()), node.from(), node.to()));
    }

    private static Sum sum(Quantity number) {
        var sum = Sum.of(number.value());
        return number.form() == Quantity.Form.VAGUE ? sum.inexact() : sum;
    }

    /** The only amount of a text that is known to be about money, without a word of it: "another 450 on Saturday". */
    Optional<Entity.Money> assumed(List<Entity> others) {
        var numbers = chart.all(Numbers.NUMBER).stream()
                .filter(this::mayBeAmount)
                .map(node -> (Entity.Money) entity(sum(node.value()), node.from(), node.to()))
                .filter(money -> others.stream().noneMatch(other -> other.span().overlaps(money.span())))
                .toList();
        var longest = numbers.stream()
                .max(Comparator.comparingInt(
                        money -> money.span().end() - money.span().start()));
        return longest.filter(
                money -> numbers.stream().allMatch(number -> number.span().overlaps(money.span())));
    }

    private boolean isBareAmount(Node<Quantity> number, boolean hasMoney) {
        return mayBeAmount(number)
                && (isContrasted(number)
                        || (hasMoney && chart.endsBefore(number.from(), MoneyWords.CHANGE))
                        || (hasMoney && chart.has(number.to(), MoneyWords.SUFFICES))
                        || (hasMoney && isLarge(number) && isNear(number, MoneyWords.OWED))
                        || chart.has(number.to(), MoneyWords.MONEY_NOUN)
                        || isGivingNear(number)
                        || (isLarge(number) && isNear(number, MoneyWords.PRICED)));
    }

    private static boolean isLarge(Node<Quantity> number) {
        return number.value().value().compareTo(LEAST_CONTRASTED) >= 0;
    }

    /** Whether nothing is counted or numbered by it. */
    private boolean mayBeAmount(Node<Quantity> number) {
        return !(number.value().value().compareTo(LEAST_BARE) < 0
                || (!number.value().isWhole() && number.value().form() == Quantity.Form.WORDS)
                || (!Numbers.standsAlone(chart, number.to())
                        && !Numbers.isNegative(chart, number.from())
                        && !isBeforeDay(number)
                        && !chart.has(number.to(), MoneyWords.SUFFICES)
                        && !chart.has(number.to(), MoneyWords.MONEY_NOUN)
                        && !isBeforeVerb(number))
                || (chart.tokens().isJoined(number.to())
                        && Numbers.scaleAt(chart, number.to()).isPresent())
                || isLabelled(number.from())
                || (chart.endsBefore(number.from(), MoneyWords.NUMBERED) && !isPriceOfThing(number))
                || chart.has(number.to(), MoneyWords.PART_OF)
                || isYear(number)
                || isBesideDigits(number)
                || isBehindMark(number.from()));
    }

    /** "A ticket 350": numbers of tickets are seldom round. */
    private boolean isPriceOfThing(Node<Quantity> number) {
        return chart.endsBefore(number.from(), MoneyWords.PRICED_THING)
                && number.value()
                                        .within(LEAST_CONTRASTED.intValue(), MOST_OF_THING)
                                        .orElse(1)
                                % ROUND
                        == 0;
    }

    /** "3000 yesterday": the day counts nothing, where the number is no part of it. */
    private boolean isBeforeDay(Node<Quantity> number) {
        return chart.has(number.to(), Times.DATE) && !chart.has(number.from(), Times.DATE);
    }

    /** In Russian the sum may stand before its verb. */
    private boolean isBeforeVerb(Node<Quantity> number) {
        return chart.has(number.to(), MoneyWords.GIVING) && Clauses.isVerb(chart, number.to());
    }

    /** "500 not 5000": a correction of an amount, as nothing else is corrected by hundreds. */
    private boolean isContrasted(Node<Quantity> number) {
        int after = skip(number.to(), 1);
        int before = skip(number.from() - 1, -1);
        boolean isBeforeOther = after > number.to() && isOther(chart.at(after, Numbers.NUMBER), number);
        boolean isAfterOther = before < number.from() - 1 && isOther(endingBefore(before + 1), number);
        return isBeforeOther || isAfterOther;
    }

    /** The place behind the words of contrast. */
    private int skip(int from, int step) {
        int at = from;
        boolean isContrast = false;
        while (chart.has(at, MoneyWords.CONTRAST)
                || (chart.tokens().has(at) && chart.tokens().at(at).is(","))) {
            isContrast |= chart.has(at, MoneyWords.CONTRAST);
            at += step;
        }
        return isContrast ? at : from;
    }

    private List<Node<Quantity>> endingBefore(int index) {
        return chart.at(index - 1, Numbers.NUMBER).stream()
                .filter(node -> node.to() == index)
                .toList();
    }

    private static boolean isOther(List<Node<Quantity>> others, Node<Quantity> number) {
        return others.stream()
                .anyMatch(other -> other.value().value().compareTo(LEAST_CONTRASTED) >= 0
                        && number.value().value().compareTo(LEAST_CONTRASTED) >= 0);
    }

    /** "In 2024": round thousands may still be sums. */
    private boolean isYear(Node<Quantity> number) {
        boolean isPlain =
                number.length() == 1 && chart.tokens().at(number.from()).isDigits();
        int year = number.value().within(1950, 2050).orElse(0);
        return isPlain && year > 0 && (year != 2000 || Times.isAfterTimePreposition(chart, number.from()));
    }

    private boolean isBesideDigits(Node<Quantity> number) {
        var tokens = chart.tokens();
        boolean isDigits = tokens.at(number.from()).isDigits();
        return isDigits
                && tokens.has(number.from() - 1)
                && tokens.at(number.from() - 1).isDigits();
    }

    /** "#5", "10-5", "+7": the number is a part of something else. */
    private boolean isBehindMark(int index) {
        var tokens = chart.tokens();
        return tokens.isJoined(index) && !tokens.at(index - 1).is("(") && !Numbers.isNegative(chart, index);
    }

    private boolean isLabelled(int index) {
        for (int before = Math.max(0, index - LABEL_REACH); before < index; before++) {
            if (chart.has(before, MoneyWords.NOT_MONEY) && !isPause(before, index)) {
                return true;
            }
        }
        boolean isOfRange =
                chart.has(index - 1, Ranges.TO) || chart.has(index - 1, Ranges.AND) || chart.has(index - 1, Marks.DASH);
        if (isOfRange) {
            return IntStream.range(Math.max(0, index - 1 - NUMBER_REACH), index - 1)
                    .anyMatch(from -> chart.at(from, Numbers.NUMBER).stream().anyMatch(low -> low.to() == index - 1)
                            && chart.endsBefore(from, MoneyWords.NOT_MONEY));
        }
        return chart.tokens().has(index - 1) && chart.tokens().at(index - 1).is("#");
    }

    private boolean isPause(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chart.tokens().at(i).is(",") || chart.tokens().at(i).is(".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same sentence speaks of giving. */
    private boolean isGivingNear(Node<?> number) {
        return isNear(number, MoneyWords.GIVING);
    }

    private boolean isNear(Node<?> number, Symbol<String> word) {
        int first = Math.max(0, number.from() - GIVING_REACH);
        for (int i = number.from() - 1; i >= first && !isStop(i); i--) {
            if (chart.has(i, word)) {
                return true;
            }
        }
        int last = Math.min(chart.tokens().size(), number.to() + GIVING_REACH);
        for (int i = number.to(); i < last && !isStop(i); i++) {
            if (chart.has(i, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStop(int index) {
        var token = chart.tokens().at(index);
        return token.is("!")
                || token.is("?")
                || (token.is(".") && !chart.tokens().isJoined(index + 1));
    }

    private static boolean isPossible(Sum sum) {
        return sum.amount().signum() > 0 && sum.amount().compareTo(MOST) < 0;
    }

    /** With a currency even nothing is an amount, and so is more than there is: somebody has to say what was meant. */
    private boolean isOdd(Node<Sum> node) {
        var sum = node.value();
        boolean isNothing =
                chart.tokens().at(node.from()).is("0") && sum.amount().signum() == 0;
        return sum.currency().isPresent()
                && sum.to().isEmpty()
                && (isNothing || sum.amount().compareTo(MOST) >= 0);
    }

    private Candidate candidate(Sum sum, int from, int to, Candidate.Strength strength) {
        return new Candidate(entity(sum, from, to), from, to, strength);
    }

    private Entity entity(Sum sum, int from, int to) {
        boolean isNegative = Numbers.isNegative(chart, from);
        var span = new Span(
                chart.tokens().at(isNegative ? from - 1 : from).start(),
                chart.tokens().at(to - 1).end());
        var amount = sum.amount().stripTrailingZeros();
        return new Entity.Money(span, isNegative ? amount.negate() : amount, sum.currency(), sum.to(), sum.isExact());
    }
}
