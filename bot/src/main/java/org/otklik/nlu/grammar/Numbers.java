package org.otklik.nlu.grammar;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers: digits with grouping, words, and both ("2.5 million"), and places in a row ("24th"). The words come from the
 * tables.
 */
public final class Numbers {
    public static final Symbol<Quantity> NUMBER = new Symbol<>("number");
    public static final Symbol<Integer> ORDINAL_NUMBER = new Symbol<>("ordinal-number");
    /** What a number may be of: an ISO 4217 code. */
    public static final Symbol<String> CURRENCY = new Symbol<>("currency");
    /** A word of a closed class: after a number it is not what is counted. */
    public static final Symbol<String> FUNCTION = new Symbol<>("function");

    /** What is counted in thousands: people, words. */
    static final Symbol<String> COUNTED = new Symbol<>("counted");

    static final Symbol<BigDecimal> NUMERAL = new Symbol<>("numeral");
    static final Symbol<BigDecimal> VAGUE = new Symbol<>("vague");
    static final Symbol<BigDecimal> SCALE = new Symbol<>("scale");
    /** The form of a scale that stands before its number only where the number is a guess. */
    static final Symbol<BigDecimal> SCALE_PLURAL = new Symbol<>("scale-plural");
    /** Its form that does so before numbers under five. */
    static final Symbol<BigDecimal> SCALE_FEW = new Symbol<>("scale-few");

    static final Symbol<Integer> ORDINAL = new Symbol<>("ordinal");
    static final Symbol<String> ORDINAL_SUFFIX = new Symbol<>("ordinal-suffix");
    public static final Symbol<String> ONE = new Symbol<>("one");
    static final Symbol<String> AND = new Symbol<>("and");
    public static final Symbol<String> HALF_MORE = new Symbol<>("half-more");
    static final Symbol<String> POINT = new Symbol<>("point");
    /** The sign of a number in a word. */
    static final Symbol<String> NEGATIVE = new Symbol<>("negative");

    /** Groups of two before the last one of three, as in India; groups of three by a space, a comma, a dot or an apostrophe; then at most two digits of a fraction, or any number of them after a plain number. */
    private static final int LONGEST_EXPONENT = 2;
    /** Beyond all that is counted. */
    private static final int HUGE_EXPONENT = 99;

    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d?(?:,\\d{2}(?!\\d)){1,3}+,\\d{3}(?!,?\\d)"
            + "|\\d{1,3}(?:[\\h\u2009'\u2019]\\d{3}){1,4}+(?!\\d)(?:[.,]\\d{1,2}(?!\\.?\\d))?"
            + "|[1-9]\\d{0,2}(?:,\\d{3}){1,4}+(?!,?\\d)(?:\\.\\d{1,2}(?!\\.?\\d))?"
            + "|[1-9]\\d{0,2}(?:\\.\\d{3}){1,4}+(?!\\.?\\d)(?:,\\d{1,2}(?!\\.?\\d))?"
            + "|\\d{1,15}+(?:[.,]\\d{1,3}+(?![.,]?\\d))?");

    private Numbers() {}

    /** Lets a lexicon read the words of numbers. */
    public static Lexicon words(Lexicon lexicon) {
        return lexicon.with(NUMERAL, BigDecimal::new)
                .with(VAGUE, BigDecimal::new)
                .with(SCALE, BigDecimal::new)
                .with(SCALE_PLURAL, BigDecimal::new)
                .with(SCALE_FEW, BigDecimal::new)
                .with(ORDINAL, Integer::valueOf)
                .with(ORDINAL_SUFFIX, value -> value)
                .with(ONE, value -> value)
                .with(AND, value -> value)
                .with(HALF_MORE, value -> value)
                .with(POINT, value -> value)
                .with(NEGATIVE, value -> value)
                .with(CURRENCY, value -> value)
                .with(FUNCTION, value -> value)
                .with(COUNTED, value -> value);
    }

    /** Adds the numbers and places in a row to a chart that holds their words. */
    public static void read(Chart chart) {
        var matcher = DIGITS.matcher(chart.tokens().text());
        for (int i = 0; i < chart.tokens().size(); i++) {
            digits(chart, i, matcher).ifPresent(node -> chart.add(NUMBER, node.value(), node.from(), node.to()));
        }
        for (int i = chart.tokens().size() - 1; i >= 0; i--) {
            new Numeral(chart, i).read();
            ordinalDigits(chart, i);
        }
    }

    /** Whether nothing is counted by a number that ends before this place: the text ends, or pauses, or goes on with a small word. */
    public static boolean standsAlone(Chart chart, int after) {
        var tokens = chart.tokens();
        if (!tokens.has(after)) {
            return true;
        }
        var next = tokens.at(after);
        if (next.isWord()) {
            return chart.has(after, FUNCTION);
        }
        boolean isEnd = next.is("!") || next.is("?");
        return isEnd || (!next.isDigits() && !next.is("%") && !next.is(":") && !tokens.isJoined(after + 1));
    }

    /** "-500", "minus three": a slip that somebody has to see. The dash of a range, or of an item of a list, is no sign. */
    public static boolean isNegative(Chart chart, int from) {
        var tokens = chart.tokens();
        if (chart.has(from - 1, NEGATIVE)) {
            return true;
        }
        boolean isMark = tokens.isJoined(from) && chart.has(from - 1, Marks.DASH) && !tokens.isJoined(from - 1);
        return isMark && (from == 1 || !(tokens.at(from - 2).isDigits() || isFirstOfLine(tokens, from - 1)));
    }

    private static boolean isFirstOfLine(Tokens tokens, int index) {
        return tokens.text()
                        .substring(tokens.at(index - 1).end(), tokens.at(index).start())
                        .indexOf('\n')
                >= 0;
    }

    /** Whether things are counted by a large number that ends before this place. */
    public static boolean isCounting(Chart chart, int after) {
        boolean isNoun = chart.has(after, COUNTED) && !chart.has(after, FUNCTION);
        return isNoun || (chart.tokens().has(after) && chart.tokens().at(after).is("%"));
    }

    /** What a scale that stands here multiplies by. */
    public static Optional<BigDecimal> scaleAt(Chart chart, int index) {
        return chart.longest(index, SCALE).map(Node::value);
    }

    /** Whether a number that ends before this place is of money or is multiplied. */
    public static boolean isOfMoney(Chart chart, int after) {
        return chart.has(after, CURRENCY) || chart.has(after, SCALE);
    }

    private static Optional<Node<Quantity>> digits(Chart chart, int index, Matcher matcher) {
        var tokens = chart.tokens();
        var token = tokens.at(index);
        if (!token.isDigits() || isInsideNumber(tokens, index) || isExponent(tokens, index)) {
            return Optional.empty();
        }
        matcher.region(token.start(), tokens.text().length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int to = tokens.indexAt(matcher.end());
        if (tokens.at(to - 1).end() != matcher.end()) {
            return Optional.empty();
        }
        var value = value(matcher.group());
        return isExponent(tokens, to + 1)
                ? Optional.of(number(value.scaleByPowerOfTen(exponent(tokens, to + 1)), index, to + 2))
                : Optional.of(number(value, index, to));
    }

    private static Node<Quantity> number(BigDecimal value, int from, int to) {
        return new Node<>(NUMBER, new Quantity(value, Quantity.Form.DIGITS), from, to);
    }

    /** The 30 of "1e30", as programs write large numbers. */
    private static boolean isExponent(Tokens tokens, int index) {
        return tokens.isJoined(index)
                && tokens.at(index).isDigits()
                && tokens.isJoined(index - 1)
                && tokens.at(index - 1).is("e")
                && tokens.at(index - 2).isDigits();
    }

    private static int exponent(Tokens tokens, int index) {
        var digits = tokens.at(index).text();
        return digits.length() > LONGEST_EXPONENT ? HUGE_EXPONENT : Integer.parseInt(digits);
    }

    /** The digits after a point or a comma are a part of the number before it. */
    private static boolean isInsideNumber(Tokens tokens, int index) {
        return tokens.isJoined(index)
                && tokens.isJoined(index - 1)
                && (tokens.at(index - 1).is(".") || tokens.at(index - 1).is(","))
                && tokens.at(index - 2).isDigits();
    }

    private static BigDecimal value(String digits) {
        var plain = digits.replaceAll("[\\h\u2009'\u2019]", "");
        boolean isGrouped = plain.matches(
                "[1-9]\\d?(?:,\\d{2})+,\\d{3}|[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{1,2})?|[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d{1,2})?");
        if (isGrouped) {
            plain = plain.replace(String.valueOf(plain.charAt(firstMark(plain))), "");
        }
        return new BigDecimal(plain.replace(',', '.'));
    }

    private static int firstMark(String number) {
        int i = 0;
        while (Character.isDigit(number.charAt(i))) {
            i++;
        }
        return i;
    }

    /** 24th and the like: the ending touches the digits, or a hyphen that does. */
    private static void ordinalDigits(Chart chart, int index) {
        var tokens = chart.tokens();
        if (!tokens.at(index).isDigits() || tokens.at(index).text().length() > 4) {
            return;
        }
        int suffix = tokens.isJoined(index + 1) && Marks.isDash(tokens.at(index + 1)) ? index + 2 : index + 1;
        if (tokens.isJoined(suffix) && chart.has(suffix, ORDINAL_SUFFIX)) {
            chart.add(ORDINAL_NUMBER, Integer.valueOf(tokens.at(index).text()), index, suffix + 1);
        }
    }
}
