package org.otklik.nlu;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Clauses;
import org.otklik.nlu.time.Length;
import org.otklik.nlu.time.Ranges;
import org.otklik.nlu.time.Times;

/** Tells what a length of time is: how long something takes, hours of work, or neither, such as an age or how often. */
final class Lengths {
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final BigDecimal COUPLE = BigDecimal.TWO;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int AGE_REACH = 4;
    private static final int LASTS_REACH = 3;
    private static final int WORK_REACH = 20;

    private final Chart chart;
    private final Clauses clauses;

    Lengths(Chart chart, Clauses clauses) {
        this.chart = chart;
        this.clauses = clauses;
    }

    /** Whether so many days, weeks, months or years are how long something takes. */
    boolean isDuration(Node<Length> node) {
        boolean isOther = Times.isHabit(chart, node.from(), node.to())
                || chart.has(node.to() - 1, LengthWords.WITHIN)
                || isRate(node.to())
                || isEndOfRange(node.from())
                || isAge(node)
                || node.value().number().compareTo(MOST) > 0;
        return !isOther && (Times.isForPeriod(chart, node.from()) ? !isSingleDay(node) : isClear(node));
    }

    /** Whether hours or minutes were worked, and are not how long something takes. */
    boolean isWork(Node<Length> node) {
        if (chart.has(node.to(), LengthWords.AWAY) || isLasting(node.from())) {
            return false;
        }
        if (clauses.isPast(node.from()) || isReported(node)) {
            return true;
        }
        var hours = node.value().hours();
        if (has(node.from(), LengthWords.SITTING)) {
            return false;
        }
        if (hours.compareTo(BigDecimal.ONE) >= 0) {
            return true;
        }
        return clauses.isTenseless(node.from()) && hours.compareTo(HALF) >= 0;
    }

    /** "Every four hours" is how often, "ten minutes on foot" how far. */
    boolean isNeither(Node<Length> node) {
        boolean isHabit =
                Times.isHabit(chart, node.from(), node.from()) && !chart.has(node.from() - 1, MoneyWords.OF_EACH);
        return isHabit || chart.has(node.to(), LengthWords.DISTANCE);
    }

    private boolean isReported(Node<Length> node) {
        return IntStream.range(node.from() - WORK_REACH, node.to() + WORK_REACH)
                .anyMatch(i -> chart.has(i, LengthWords.WORK));
    }

    private boolean isLasting(int index) {
        return has(index, LengthWords.LASTS);
    }

    private boolean has(int index, Symbol<String> before) {
        return IntStream.rangeClosed(index - LASTS_REACH, index - 1).anyMatch(i -> chart.has(i, before));
    }

    /** "For a day" and "one day" are said of a day, and not of how long. */
    private boolean isSingleDay(Node<Length> node) {
        return Times.isDays(node.value())
                && node.value().number().compareTo(BigDecimal.ONE) == 0
                && (node.length() == 1 || !chart.tokens().at(node.to() - 2).isDigits())
                && !chart.has(node.to() - 1, LengthWords.LENGTHY);
    }

    /** Whether it is a length without a preposition that says so. */
    private boolean isClear(Node<Length> node) {
        int from = node.from();
        var number = chart.longest(from, Numbers.NUMBER).map(Node::value);
        boolean isVague = number.filter(quantity -> quantity.form() == Quantity.Form.VAGUE
                        && quantity.value().compareTo(COUPLE) > 0)
                .isPresent();
        boolean isOften = Times.isAfterTimePreposition(chart, from)
                && chart.tokens().at(from - 1).isCyrillic();
        if (isVague || isOften) {
            return false;
        }
        boolean hasNumber = number.isPresent() || chart.has(node.to() - 1, Numbers.NUMBER);
        boolean isNamed = hasNumber || chart.has(node.to() - 1, LengthWords.LENGTHY);
        return isNamed
                ? !isSingleDay(node) || isLasting(from)
                : !isSingleDay(node) && (chart.endsBefore(from, LengthWords.STRETCH) || isLasting(from));
    }

    /** "Three days a week". */
    private boolean isRate(int to) {
        return chart.has(to, LengthWords.PER) && Times.isUnit(chart, to + 1);
    }

    /** "Two or three weeks", "2-3 weeks": nobody knows which. */
    private boolean isEndOfRange(int from) {
        boolean isBetween = chart.has(from - 1, Marks.DASH)
                || chart.has(from - 1, Ranges.TO)
                || chart.has(from - 1, MoneyWords.EITHER);
        return isBetween && chart.endsBefore(from - 1, Numbers.NUMBER);
    }

    private boolean isAge(Node<Length> node) {
        int behind = chart.has(node.to(), Marks.DASH) ? node.to() + 1 : node.to();
        if (chart.has(behind, LengthWords.OLD)) {
            return true;
        }
        boolean isYears = Times.isYears(node.value());
        if (isYears && chart.endsBefore(node.from(), LengthWords.OF_AGE)) {
            return true;
        }
        if (!isYears && !Times.isMonths(node.value())) {
            return false;
        }
        int before = node.from() - 1;
        while (before > node.from() - AGE_REACH
                && (chart.has(before, Marks.COMMA) || chart.has(before, LengthWords.STRETCH))) {
            before--;
        }
        boolean isSomebody = chart.has(before, LengthWords.AGED)
                || (chart.has(before, ActWords.GIVEN_NAME)
                        && chart.tokens().at(before).isCyrillic());
        return isSomebody && (isYears || !chart.has(before, Numbers.FUNCTION));
    }
}
