package org.otklik.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.grammar.Tokens;

/** Finds telephone numbers that were dictated: "oh seven seven double oh nine", with a plus in a word, in words of two or three digits. */
final class SpokenPhones {
    /** A word for a number below a thousand that digits are dictated by. */
    private static final Symbol<Integer> SPOKEN = new Symbol<>("spoken");
    /** Says how often the next digit stands there: double. */
    private static final Symbol<Integer> REPEATED = new Symbol<>("repeated");
    /** Makes hundreds of the digit before it. */
    private static final Symbol<String> SPOKEN_HUNDRED = new Symbol<>("spoken-hundred");
    /** The plus before a country code, in a word. */
    private static final Symbol<String> SPOKEN_PLUS = new Symbol<>("spoken-plus");

    private static final String PLUS = "+";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_WORDS = 30;

    private final Chart chart;
    private final Tokens tokens;
    private final PhoneNumbers numbers;

    SpokenPhones(Chart chart, String region) {
        this.chart = chart;
        this.tokens = chart.tokens();
        this.numbers = new PhoneNumbers(region);
    }

    static Lexicon words(Lexicon lexicon) {
        return lexicon.with(SPOKEN, Integer::valueOf)
                .with(REPEATED, Integer::valueOf)
                .with(SPOKEN_HUNDRED, value -> value)
                .with(SPOKEN_PLUS, value -> value);
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (int i = 0; i < tokens.size(); ) {
            int end = end(i);
            if (end - i <= MOST_WORDS) {
                IntStream.range(i, end)
                        .mapToObj(from -> phone(from, end))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(found::add);
            }
            i = Math.max(i + 1, end);
        }
        return found;
    }

    /** The place behind all that may be dictated from here on. */
    private int end(int from) {
        int end = from;
        while (tokens.has(end) && (isDictated(end) || (end > from && isPause(end)))) {
            end++;
        }
        while (end > from && isPause(end - 1)) {
            end--;
        }
        return end;
    }

    private boolean isDictated(int index) {
        return tokens.at(index).isDigits()
                || chart.has(index, SPOKEN)
                || chart.has(index, REPEATED)
                || chart.has(index, SPOKEN_HUNDRED)
                || chart.has(index, SPOKEN_PLUS);
    }

    private boolean isPause(int index) {
        return tokens.at(index).is(",") || tokens.at(index).is("-");
    }

    private Optional<Candidate> phone(int from, int to) {
        boolean isInWords = tokens.text(from, to).codePoints().anyMatch(Character::isLetter);
        var digits = isInWords ? digits(from, to) : "";
        int count = digits.startsWith(PLUS) ? digits.length() - 1 : digits.length();
        if (count < FEWEST_DIGITS || count > MOST_DIGITS) {
            return Optional.empty();
        }
        var span = new Span(tokens.at(from).start(), tokens.at(to - 1).end());
        return numbers.inAnyRegion(digits)
                .map(number -> new Candidate(new Entity.Phone(span, number), from, to, Candidate.Strength.FORM));
    }

    private String digits(int from, int to) {
        var digits = new StringBuilder();
        int left = 0;
        int times = 1;
        for (int i = from; i < to; i++) {
            if (chart.has(i, SPOKEN_PLUS)) {
                digits.append(PLUS);
            } else if (chart.has(i, REPEATED)) {
                times = chart.at(i, REPEATED).getFirst().value();
            } else if (chart.has(i, SPOKEN_HUNDRED)) {
                digits.append("00");
            } else if (tokens.at(i).isDigits()) {
                digits.append(tokens.at(i).text().repeat(times));
                times = 1;
            } else if (chart.has(i, SPOKEN)) {
                int value = chart.at(i, SPOKEN).getFirst().value();
                left = append(digits, value, left, times);
                times = 1;
                continue;
            }
            left = 0;
        }
        return digits.toString();
    }

    /**
     * Appends what a word says, into the zeros that the words before it have left: forty seven, nine hundred and five.
     *
     * @param left what may still be filled: 10 behind tens, 100 behind hundreds
     * @return what is left behind this word
     */
    private static int append(StringBuilder digits, int value, int left, int times) {
        var written = Integer.toString(value);
        if (value > 0 && value < left) {
            digits.setLength(digits.length() - written.length());
        }
        digits.append(written.repeat(times));
        boolean isTens = value % TEN == 0 && value > TEN;
        return times > 1 || value == 0 ? 0 : value >= HUNDRED ? HUNDRED : isTens ? TEN : 0;
    }
}
