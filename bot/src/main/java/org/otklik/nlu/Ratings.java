package org.otklik.nlu;

import static org.otklik.nlu.grammar.Numbers.NUMBER;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.otklik.nlu.grammar.Chart;
import org.otklik.nlu.grammar.Grammar;
import org.otklik.nlu.grammar.Lexicon;
import org.otklik.nlu.grammar.Marks;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Quantity;
import org.otklik.nlu.grammar.Symbol;
import org.otklik.nlu.time.Ranges;
import org.otklik.nlu.time.Times;

/** Finds ratings: nine out of ten, stars, school marks, a number where the sentence speaks of a score. */
final class Ratings {
    /** The two sides of "9 out of 10". */
    static final Symbol<String> OUT_OF = new Symbol<>("out-of");
    /** What scores are counted in: points, stars. */
    static final Symbol<Integer> POINTS = new Symbol<>("points");
    /** A school mark in a word. */
    static final Symbol<Integer> MARK = new Symbol<>("mark");
    /** Words that a score follows. */
    static final Symbol<String> SCORE = new Symbol<>("score");
    /** What asks for a score or states its scale: its numbers are no ratings. */
    static final Symbol<String> SCALE_OF = new Symbol<>("scale-of");

    /** Behind points it says that they are what one is better by than another: "one point off". */
    static final Symbol<String> DIFFERENCE = new Symbol<>("difference");
    /** What scores are listed of: "NPS: 9 from Anna, 6 from Tom". */
    static final Symbol<String> SCORES_OF = new Symbol<>("scores-of");
    /** Verbs of those who score, behind the number. */
    static final Symbol<String> SCORED = new Symbol<>("scored");

    private static final Symbol<Score> RATING = new Symbol<>("rating");
    private static final int BEST_BARE = 10;
    private static final int BEST = 100;
    /** "3/5 of the book" is a part of it. */
    private static final String OF = "of";
    /** How far before a bare number the word may stand that makes it a score, in tokens. */
    private static final int SCORE_REACH = 6;

    /** How far before a listed score the word may stand that the list is of, in tokens. */
    private static final int LIST_REACH = 20;

    private static final Set<String> MARKS_BEFORE = Set.of("\"", "\u00ab", "\u201c", "\u201e", "(", ":", "'", "\u2018");
    private static final Set<String> MARKS_BEHIND = Set.of(",", "\"", "\u00bb", "\u201d", ")", "'", "\u2019");

    private static final List<String> STARS = List.of("\u2b50", "\u2605", "\ud83c\udf1f");
    private static final List<String> NO_STARS = List.of("\u2606");

    private record Score(BigDecimal value, OptionalInt of) {
        Score(int value, OptionalInt of) {
            this(BigDecimal.valueOf(value), of);
        }
    }

    private final Chart chart;

    Ratings(Chart chart) {
        this.chart = chart;
    }

    static Lexicon words(Lexicon lexicon) {
        return lexicon.with(OUT_OF, value -> value)
                .with(POINTS, value -> value.isEmpty() ? 0 : Integer.parseInt(value))
                .with(MARK, Integer::valueOf)
                .with(SCORE, value -> value)
                .with(SCALE_OF, value -> value)
                .with(DIFFERENCE, value -> value)
                .with(SCORES_OF, value -> value)
                .with(SCORED, value -> value);
    }

    static Grammar grammar() {
        return new Grammar()
                .layer(List.of(
                        rule(
                                RATING,
                                Ratings::outOf,
                                one(NUMBER),
                                maybe(POINTS),
                                one(OUT_OF),
                                one(NUMBER),
                                maybe(POINTS)),
                        rule(RATING, Ratings::fraction, one(NUMBER), one(Marks.SLASH), one(NUMBER)),
                        rule(RATING, Ratings::points, one(NUMBER), maybe(Marks.DASH), one(POINTS)),
                        rule(RATING, m -> Optional.of(new Score(m.get(MARK), OptionalInt.empty())), one(MARK))));
    }

    List<Candidate> candidates() {
        var found = new ArrayList<Candidate>();
        for (var node : chart.all(RATING)) {
            boolean isMark = chart.has(node.from(), MARK) && node.length() == 1;
            if (!isInRange(node) && !(isMark && isPaid(node.from()))) {
                found.add(candidate(node.value(), node.from(), node.to(), Candidate.Strength.WORDS));
            }
        }
        for (var node : chart.all(NUMBER)) {
            if (isBareScore(node)) {
                int value = node.value().within(0, BEST_BARE).orElseThrow();
                found.add(candidate(
                        new Score(value, OptionalInt.empty()), node.from(), node.to(), Candidate.Strength.WORDS));
            }
        }
        stars(found);
        return found;
    }

    private boolean isBareScore(Node<Quantity> number) {
        boolean isPronoun = number.value().form() == Quantity.Form.WORDS
                && number.value().within(1, 1).isPresent();
        if (isPronoun || number.value().within(0, BEST_BARE).isEmpty()) {
            return false;
        }
        if (isListed(number)) {
            return true;
        }
        if (!Numbers.standsAlone(chart, number.to()) || isInRange(number)) {
            return false;
        }
        for (int i = number.from() - 1; i >= Math.max(0, number.from() - SCORE_REACH); i--) {
            var token = chart.tokens().at(i);
            if (token.is(".") || token.is("?") || token.is("!") || chart.has(i, SCALE_OF) || token.isDigits()) {
                return false;
            }
            if (chart.at(i, SCORE).stream().anyMatch(node -> node.to() <= number.from())) {
                return true;
            }
        }
        return false;
    }

    /** "The survey: Anna 9, Tom 6": each number beside somebody who gave it, where the sentence begins with what they are of. */
    private boolean isListed(Node<Quantity> number) {
        var tokens = chart.tokens();
        int before = number.from() - 1;
        boolean isOfName = tokens.has(before)
                && tokens.at(before).isWord()
                && tokens.at(before).isCapitalised()
                && !tokens.at(before).isShouted()
                && !chart.has(before, SCORES_OF)
                && !chart.has(before, Times.DATE)
                && (!tokens.has(number.to()) || !tokens.at(number.to()).isWord())
                && Numbers.standsAlone(chart, number.to());
        return (isOfName || chart.has(number.to(), SCORED)) && !isInRange(number) && isBehindScoresOf(before);
    }

    private boolean isBehindScoresOf(int index) {
        for (int i = index; i >= Math.max(0, index - LIST_REACH); i--) {
            var token = chart.tokens().at(i);
            if (token.is(".") || token.is("?") || token.is("!")) {
                return false;
            }
            if (chart.has(i, SCORES_OF)) {
                return true;
            }
        }
        return false;
    }

    /** A mark in a word is as well slang for money. */
    private boolean isPaid(int index) {
        for (int i = Math.max(0, index - SCORE_REACH);
                i < Math.min(chart.tokens().size(), index + SCORE_REACH);
                i++) {
            if (chart.has(i, MoneyWords.GIVING) && isOfSameClause(Math.min(i, index), Math.max(i, index))) {
                return true;
            }
        }
        return false;
    }

    /** "A two, I was given no receipt": neither behind a comma nor with a negation it is the mark that was given. */
    private boolean isOfSameClause(int from, int to) {
        return IntStream.range(from, to).noneMatch(i -> chart.tokens().at(i).is(",") || chart.has(i, ActWords.NOT));
    }

    /** "1-10" is a scale, not two ratings. */
    private boolean isInRange(Node<?> number) {
        return (isRangeMark(number.to()) && isDigits(number.to() + 1))
                || (isRangeMark(number.from() - 1) && isDigits(number.from() - 2));
    }

    private boolean isRangeMark(int index) {
        return chart.has(index, Marks.DASH) || chart.has(index, Ranges.TO);
    }

    private boolean isDigits(int index) {
        return chart.tokens().has(index) && chart.tokens().at(index).isDigits();
    }

    private void stars(List<Candidate> found) {
        var tokens = chart.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int full = i;
            while (full < tokens.size() && STARS.contains(star(full))) {
                full++;
            }
            int to = full;
            while (to < tokens.size() && full > i && NO_STARS.contains(star(to))) {
                to++;
            }
            if (full > i) {
                var of = to > full ? OptionalInt.of(to - i) : OptionalInt.empty();
                found.add(candidate(new Score(full - i, of), i, to, Candidate.Strength.FORM));
                i = to;
            }
        }
    }

    /** Without the variation selector that some keyboards add. */
    private String star(int index) {
        var key = chart.tokens().at(index).key();
        return key.endsWith("\ufe0f") ? key.substring(0, key.length() - 1) : key;
    }

    private Candidate candidate(Score score, int from, int to, Candidate.Strength strength) {
        var tokens = chart.tokens();
        var span = new Span(tokens.at(from).start(), tokens.at(to - 1).end());
        return new Candidate(new Entity.Rating(span, score.value(), score.of()), from, to, strength);
    }

    /** "3 out of 10 volunteers" counts them. */
    private static Optional<Score> outOf(Match match) {
        boolean isColon =
                match.tokens().has(match.to()) && match.tokens().at(match.to()).is(":");
        boolean isCount = !match.has(POINTS) && !isColon && !Numbers.standsAlone(match.chart(), match.to());
        return isCount ? Optional.empty() : score(match);
    }

    private static Optional<Score> fraction(Match match) {
        var tokens = match.tokens();
        boolean isTight = tokens.isJoined(match.from() + 1) && tokens.isJoined(match.to() - 1);
        boolean isInside = tokens.isJoined(match.from())
                && !MARKS_BEFORE.contains(tokens.at(match.from() - 1).text());
        int of = match.second(NUMBER).within(5, BEST).orElse(0);
        boolean isScale = of == 5 || of == BEST_BARE || of == BEST;
        if (!isTight || isInside || !isScale) {
            return Optional.empty();
        }
        boolean isSure = of == BEST_BARE || !match.get(NUMBER).isWhole() || isBehindMark(match);
        boolean isPart = of != BEST_BARE
                && match.tokens().has(match.to())
                && match.tokens().at(match.to()).is(OF);
        return isPart ? Optional.empty() : isSure ? score(match) : outOf(match);
    }

    /** A comma behind the fraction, or a quotation mark, where a date would go on. */
    private static boolean isBehindMark(Match match) {
        return match.tokens().has(match.to())
                && MARKS_BEHIND.contains(match.tokens().at(match.to()).text());
    }

    private static Optional<Score> score(Match match) {
        var value = match.get(NUMBER).value();
        var of = match.second(NUMBER).within(3, BEST);
        boolean isOnScale = of.isPresent()
                && value.signum() >= 0
                && value.scale() <= 1
                && value.compareTo(BigDecimal.valueOf(of.getAsInt())) <= 0;
        return isOnScale ? Optional.of(new Score(value, of)) : Optional.empty();
    }

    private static Optional<Score> points(Match match) {
        int most = match.get(POINTS) == 0 ? BEST : match.get(POINTS);
        var value = match.get(NUMBER).within(0, most);
        boolean isDifference = match.chart().has(match.to(), DIFFERENCE);
        return value.isPresent() && !isDifference
                ? Optional.of(new Score(value.getAsInt(), OptionalInt.empty()))
                : Optional.empty();
    }
}
