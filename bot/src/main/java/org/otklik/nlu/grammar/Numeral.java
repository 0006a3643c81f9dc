package org.otklik.nlu.grammar;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads one number that starts at a place: words that fall in value within a group (two hundred and fifty), groups closed by
 * falling scales (two million three hundred thousand). Digits may open it: 2.5 million.
 */
final class Numeral {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Chart chart;
    private final int from;
    private int index;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal group = BigDecimal.ZERO;
    private BigDecimal lastScale = BigDecimal.ZERO;
    /** A further word of the group has to be less than this. */
    private BigDecimal limit = BigDecimal.valueOf(Long.MAX_VALUE);

    private boolean isEmpty = true;
    private boolean isVague;
    private boolean isScaled;
    private boolean hasDigits;
    private boolean hasFraction;

    Numeral(Chart chart, int from) {
        this.chart = chart;
        this.from = from;
        this.index = from;
    }

    /** Adds the number, or the place in a row, that is put in words here. */
    void read() {
        boolean isBehindArticle = chart.has(from, Numbers.SCALE) && chart.has(from - 1, Numbers.ONE);
        if (isBehindArticle || isInsideCompound() || aboutSoMany()) {
            return;
        }
        while (!isNextNumber() && step()) {
            isEmpty = false;
        }
        if (isEmpty || (hasDigits && !isScaled && !hasFraction)) {
            return;
        }
        if (isColloquialRest()) {
            group = group.multiply(THOUSAND);
            isVague = true;
        }
        var form = isVague ? Quantity.Form.VAGUE : isLarge() ? Quantity.Form.SCALED : Quantity.Form.WORDS;
        chart.add(Numbers.NUMBER, new Quantity(total.add(group), form), from, index);
    }

    /** "A million two hundred" is said for 1,200,000; nobody gives a million and two hundred. */
    private boolean isColloquialRest() {
        return lastScale.compareTo(MILLION) == 0
                && group.compareTo(HUNDRED) >= 0
                && group.remainder(BigDecimal.TEN).signum() == 0
                && !hasDigits;
    }

    /** The scale before the number makes it a guess in Russian: "thousands forty" is about forty thousand. */
    private boolean aboutSoMany() {
        boolean isFew = chart.has(from, Numbers.SCALE_FEW);
        var scale = chart.longest(from, isFew ? Numbers.SCALE_FEW : Numbers.SCALE_PLURAL);
        if (chart.has(from - 1, Numbers.NUMBER) || chart.has(from - 1, Numbers.NUMERAL)) {
            return false;
        }
        var number = scale.flatMap(word -> chart.longest(word.to(), Numbers.NUMBER))
                .filter(node -> node.value().value().compareTo(isFew ? FIVE : THOUSAND) < 0)
                .filter(node -> !isFew || node.value().value().compareTo(BigDecimal.ONE) > 0);
        number.ifPresent(node -> chart.add(
                Numbers.NUMBER,
                new Quantity(node.value().value().multiply(scale.orElseThrow().value()), Quantity.Form.SCALED),
                from,
                node.to()));
        return number.isPresent();
    }

    /** "five" of "twenty-five" is no number of its own. */
    private boolean isInsideCompound() {
        var tokens = chart.tokens();
        return tokens.isJoined(from)
                && tokens.isJoined(from - 1)
                && Marks.isDash(tokens.at(from - 1))
                && chart.at(from - 2, Numbers.NUMERAL).stream()
                        .anyMatch(tens -> tens.value().compareTo(BigDecimal.TEN) > 0)
                && (chart.at(from, Numbers.NUMERAL).stream()
                                .anyMatch(unit -> unit.value().compareTo(BigDecimal.TEN) < 0)
                        || chart.has(from, Numbers.ORDINAL));
    }

    /** "Not five thousand fifteen thousand": what has a scale as large as the last one is a number of its own. */
    private boolean isNextNumber() {
        var word = chart.longest(index, Numbers.NUMERAL);
        return lastScale.signum() > 0
                && group.signum() == 0
                && word.flatMap(numeral -> chart.longest(numeral.to(), Numbers.SCALE))
                        .filter(scale -> scale.value().compareTo(lastScale) >= 0)
                        .filter(scale -> scale.length() > 0
                                && chart.tokens().at(scale.from()).text().length() > 1)
                        .isPresent();
    }

    private boolean step() {
        return place() || numeral() || vague() || digits() || scale() || one() || fraction();
    }

    /** An ordinal ends the number and makes it a place: twenty-fourth. */
    private boolean place() {
        int at = afterHyphen(index);
        chart.longest(at, Numbers.ORDINAL)
                .filter(ordinal ->
                        isEmpty || (!hasDigits && fits(BigDecimal.valueOf(ordinal.value())) && total.signum() == 0))
                .ifPresent(ordinal ->
                        chart.add(Numbers.ORDINAL_NUMBER, group.intValue() + ordinal.value(), from, ordinal.to()));
        return false;
    }

    /** A hyphen joins tens and units; behind a scale it stands for "to". */
    private boolean numeral() {
        int at = afterAnd(group.signum() > 0 ? afterHyphen(index) : index);
        return chart.longest(at, Numbers.NUMERAL)
                .filter(word -> fits(word.value()))
                .filter(word -> isEmpty || word.value().signum() > 0)
                .map(word -> take(word.value(), word.to()))
                .orElse(false);
    }

    private boolean vague() {
        var word = isEmpty ? chart.longest(index, Numbers.VAGUE) : Optional.<Node<BigDecimal>>empty();
        word.ifPresent(couple -> {
            isVague = true;
            take(couple.value(), couple.to());
        });
        return word.isPresent();
    }

    /** Digits begin a number, or end it where a currency follows: 12 thousand 400 roubles. */
    private boolean digits() {
        var digits = chart.longest(index, Numbers.NUMBER)
                .filter(node -> node.value().form() == Quantity.Form.DIGITS)
                .filter(node -> isEmpty || isRest(node));
        digits.ifPresent(node -> {
            hasDigits = true;
            take(node.value().value(), node.to());
        });
        return digits.isPresent();
    }

    private boolean isRest(Node<Quantity> digits) {
        return group.signum() == 0
                && digits.value().value().compareTo(lastScale) < 0
                && digits.value().isWhole()
                && chart.has(digits.to(), Numbers.CURRENCY);
    }

    private boolean isLarge() {
        return lastScale.signum() > 0 || total.add(group).compareTo(THOUSAND) >= 0;
    }

    private boolean scale() {
        var word = chart.longest(index, Numbers.SCALE);
        if (word.isEmpty() || !isScaleHere(word.get())) {
            return false;
        }
        var scale = word.get().value();
        if (scale.compareTo(HUNDRED) == 0) {
            group = isEmpty ? HUNDRED : group.multiply(HUNDRED);
            limit = HUNDRED;
        } else {
            total = total.add(group.signum() == 0 ? scale : group.multiply(scale));
            group = BigDecimal.ZERO;
            limit = scale;
            lastScale = scale;
        }
        isScaled = true;
        index = word.get().to();
        return true;
    }

    private boolean isScaleHere(Node<BigDecimal> scale) {
        if (scale.value().compareTo(HUNDRED) == 0) {
            return isEmpty ? isHundredAlone(scale) : group.signum() > 0 && group.compareTo(HUNDRED) < 0;
        }
        // One letter, such as the k of 5k, is a scale only behind digits; a whole word may stand alone.
        boolean isLetter = chart.tokens().at(scale.from()).text().length() == 1;
        if (isLetter && (!hasDigits || isScaled || !chart.tokens().isJoined(scale.from()))) {
            return false;
        }
        boolean isFirst = lastScale.signum() == 0;
        return isFirst
                ? !isEmpty || chart.tokens().at(scale.from()).text().length() > 3
                : group.signum() > 0 && scale.value().compareTo(lastScale) < 0;
    }

    /** "Another hundred and fifty": the word without its article, and no part of a larger number. */
    private boolean isHundredAlone(Node<BigDecimal> hundred) {
        int before = hundred.from() - 1;
        boolean isRest = chart.has(before, Numbers.NUMERAL)
                || chart.has(before, Numbers.VAGUE)
                || chart.has(before, Numbers.ONE)
                || chart.endsBefore(hundred.from(), Numbers.NUMBER);
        return !isRest && (chart.has(hundred.to(), Numbers.AND) || chart.has(hundred.to(), Numbers.CURRENCY));
    }

    /** The article before a scale: a hundred. */
    private boolean one() {
        if (!isEmpty || !chart.has(index, Numbers.ONE) || !chart.has(index + 1, Numbers.SCALE)) {
            return false;
        }
        if (chart.tokens().at(index + 1).text().length() == 1) {
            return false;
        }
        return take(BigDecimal.ONE, index + 1);
    }

    /** "and a half" before or after the scale, "point five". */
    private boolean fraction() {
        if (isEmpty || hasFraction) {
            return false;
        }
        var half = chart.longest(index, Numbers.HALF_MORE);
        if (half.isPresent()) {
            if (group.signum() == 0 && lastScale.signum() > 0) {
                total = total.add(lastScale.multiply(HALF));
            } else {
                group = group.add(HALF);
            }
            limit = BigDecimal.ZERO;
            hasFraction = true;
            index = half.get().to();
            return true;
        }
        var digit = chart.has(index, Numbers.POINT) ? digitAfterPoint(index + 1) : Optional.<Node<BigDecimal>>empty();
        digit.ifPresent(node -> {
            group = group.add(node.value().movePointLeft(1));
            hasFraction = true;
            limit = BigDecimal.ZERO;
            index = node.to();
        });
        return digit.isPresent();
    }

    private Optional<Node<BigDecimal>> digitAfterPoint(int at) {
        return chart.longest(at, Numbers.NUMERAL)
                .filter(node -> node.value().compareTo(BigDecimal.TEN) < 0)
                .or(() -> chart.longest(at, Numbers.NUMBER)
                        .filter(node -> node.value().within(0, 9).isPresent())
                        .map(node -> new Node<>(Numbers.NUMERAL, node.value().value(), node.from(), node.to())));
    }

    private boolean take(BigDecimal value, int to) {
        group = group.add(value);
        limit = value.compareTo(HUNDRED) >= 0
                ? HUNDRED
                : value.compareTo(BigDecimal.valueOf(20)) >= 0 ? BigDecimal.TEN : BigDecimal.ZERO;
        if (value.compareTo(THOUSAND) >= 0) {
            limit = THOUSAND;
        }
        index = to;
        return true;
    }

    private boolean fits(BigDecimal value) {
        return isEmpty || value.compareTo(limit) < 0;
    }

    private int afterHyphen(int at) {
        var tokens = chart.tokens();
        boolean isHyphen = !isEmpty && tokens.isJoined(at) && Marks.isDash(tokens.at(at)) && tokens.isJoined(at + 1);
        return isHyphen ? at + 1 : at;
    }

    /** "two hundred and fifty": only after a scale. */
    private int afterAnd(int at) {
        return isScaled && chart.has(at, Numbers.AND) && limit.signum() > 0 ? at + 1 : at;
    }
}
