package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.AT_SIGN;
import static org.otklik.nlu.grammar.Marks.CLOSE;
import static org.otklik.nlu.grammar.Marks.DASH;
import static org.otklik.nlu.grammar.Marks.OPEN;
import static org.otklik.nlu.grammar.Numbers.NUMBER;
import static org.otklik.nlu.grammar.Numbers.ORDINAL_NUMBER;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.CLOCK;
import static org.otklik.nlu.time.Times.HOUR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Node;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;
import org.otklik.nlu.grammar.Symbol;

/** Times of day: 3 pm, half past ten, a quarter to nine, noon. Those written with a colon come from {@link NumericTimes}. */
final class ClockRules {
    /** Hours and minutes in one number, such as 730. */
    private static final Symbol<Clock> JOINED = new Symbol<>("joined");

    private static final int HALF_A_DAY = 12;
    private static final int HALF_AN_HOUR = 30;
    private static final int TWELFTH = 5;

    private ClockRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(HOUR, ClockRules::hour, one(NUMBER)),
                rule(HOUR, ClockRules::hour, one(NUMBER), one(OCLOCK, HOUR_MARK)),
                rule(HOUR, ClockRules::hourAndMinutes, one(NUMBER), maybe(DASH, ZERO_MINUTE), one(NUMBER)),
                rule(HOUR, ClockRules::hourAndMinutes, one(NUMBER), one(OCLOCK), one(NUMBER), maybe(MINUTE_WORD)),
                rule(JOINED, ClockRules::joined, one(NUMBER), maybe(OCLOCK)),
                rule(HOUR, _ -> Optional.of(Clock.loosely(1, 0)), one(ONE_HOUR)),
                rule(CLOCK, ClockRules::expected, one(AT, ABOUT), one(JOINED)),
                rule(CLOCK, m -> onHalf(m, JOINED, DAY_HALF), one(JOINED), one(DAY_HALF)),
                rule(CLOCK, m -> onHalf(m, JOINED, PART_OF_DAY), one(AT), one(JOINED), one(PART_OF_DAY)),
                rule(CLOCK, ClockRules::withMark, one(NUMBER), one(HOUR_MARK), one(NUMBER)),
                rule(CLOCK, m -> onHalf(m, HOUR, DAY_HALF), one(HOUR), one(DAY_HALF)),
                rule(CLOCK, m -> onHalf(m, HOUR, DAY_HALF), one(HOUR), one(OCLOCK), one(DAY_HALF)),
                rule(CLOCK, m -> onHalf(m, CLOCK, DAY_HALF), one(CLOCK), one(DAY_HALF)),
                rule(CLOCK, m -> onHalf(m, CLOCK, DAY_HALF_LETTER), one(CLOCK), one(DAY_HALF_LETTER)),
                rule(CLOCK, ClockRules::onHalfLetter, one(HOUR), one(DAY_HALF_LETTER)),
                rule(CLOCK, m -> onHalf(m, HOUR, DAY_HALF_LETTER), one(AT, AT_SIGN), one(HOUR), one(DAY_HALF_LETTER)),
                rule(CLOCK, m -> onHalf(m, CLOCK, PART_OF_DAY), one(CLOCK), one(PART_OF_DAY)),
                rule(
                        CLOCK,
                        m -> minutes(m, 1),
                        maybe(AT),
                        one(NUMBER),
                        maybe(MINUTE_WORD),
                        one(PAST),
                        one(CLOCK, HOUR)),
                rule(CLOCK, m -> minutes(m, -1), one(NUMBER), maybe(MINUTE_WORD), one(TO_HOUR), one(CLOCK, HOUR)),
                rule(CLOCK, m -> shifted(m, 15), one(QUARTER_HOUR), one(PAST), one(CLOCK, HOUR)),
                rule(CLOCK, m -> shifted(m, -15), one(QUARTER_HOUR), one(TO_HOUR), one(CLOCK, HOUR)),
                rule(CLOCK, m -> shifted(m, 30), one(HALF), maybe(DASH), maybe(PAST), one(CLOCK, HOUR)),
                rule(CLOCK, m -> Optional.of(halfTo(m.get(HALF_HOUR))), one(HALF_HOUR)),
                rule(CLOCK, m -> beforeHour(m, 30), one(HALF_TO), one(ORDINAL_NUMBER)),
                rule(CLOCK, m -> beforeHour(m, 15), one(QUARTER_HOUR), one(ORDINAL_NUMBER)),
                rule(CLOCK, ClockRules::minutesOf, one(NUMBER), one(MINUTE_WORD), one(ORDINAL_NUMBER)),
                rule(CLOCK, m -> minutes(m, -1), one(MINUS), one(NUMBER), maybe(MINUTE_WORD), one(HOUR)),
                rule(CLOCK, ClockRules::minusInOne, one(MINUS), one(NUMBER)),
                rule(CLOCK, m -> shifted(m, -15), one(MINUS), one(QUARTER_HOUR), one(HOUR)),
                rule(CLOCK, m -> Optional.of(Clock.exactly(m.get(NOON), 0)), maybe(THE), one(NOON)),
                rule(
                        Times.FROM_HOUR_TO_HOUR,
                        ClockRules::between,
                        one(FROM),
                        one(CLOCK, HOUR),
                        one(TO, DASH),
                        one(CLOCK, HOUR)),
                rule(
                        CLOCK,
                        m -> Optional.of(m.get(CLOCK).in(m.get(ZONE))),
                        one(CLOCK),
                        maybe(OPEN),
                        one(ZONE),
                        maybe(CLOSE)),
                rule(
                        CLOCK,
                        m -> Optional.of(m.get(HOUR).in(m.get(ZONE))),
                        one(HOUR),
                        maybe(OPEN),
                        one(ZONE),
                        maybe(CLOSE)));
    }

    private static Optional<Clock> hour(Match match) {
        var hour = match.get(NUMBER).within(0, 24);
        var first = match.tokens().at(match.from());
        boolean isPronoun = first.isCyrillic() && hour.orElse(0) == 1;
        boolean isNought = first.isWord() && hour.orElse(1) == 0;
        return hour.isPresent() && !isPronoun && !isNought
                ? Optional.of(Clock.loosely(hour.getAsInt(), 0))
                : Optional.empty();
    }

    private static Optional<Clock> hourAndMinutes(Match match) {
        var hour = match.get(NUMBER).within(0, 23);
        var minutes = match.second(NUMBER).within(0, 59);
        boolean isPair = hour.isPresent()
                && minutes.isPresent()
                && (minutes.getAsInt() >= 10 || match.has(ZERO_MINUTE) || match.has(MINUTE_WORD));
        return isPair ? Optional.of(Clock.loosely(hour.getAsInt(), minutes.getAsInt())) : Optional.empty();
    }

    /** 730 or 1030, where a time is expected. */
    private static Optional<Clock> joined(Match match) {
        var digits = match.tokens().at(match.from());
        var number = match.get(NUMBER).within(100, 2359);
        boolean isTime = digits.isDigits()
                && !isBehindCyrillic(match)
                && digits.text().length() >= 3
                && number.isPresent()
                && number.getAsInt() % 100 < 60
                && !Numbers.isOfMoney(match.chart(), match.to());
        return isTime ? Optional.of(Clock.loosely(number.getAsInt() / 100, number.getAsInt() % 100)) : Optional.empty();
    }

    /** "About 400 of them" counts something. */
    private static Optional<Clock> expected(Match match) {
        int after = match.to();
        boolean isCount = match.has(ABOUT)
                && (match.chart().has(after, OF) || match.chart().has(after, SPAN_OF));
        return isCount ? Optional.empty() : Optional.of(match.get(JOINED));
    }

    private static boolean isBehindCyrillic(Match match) {
        return match.tokens().has(match.from() - 1)
                && match.tokens().at(match.from() - 1).isCyrillic();
    }

    /** 15h30. */
    private static Optional<Clock> withMark(Match match) {
        boolean isJoined =
                match.tokens().isJoined(match.from() + 1) && match.tokens().isJoined(match.to() - 1);
        var hour = match.get(NUMBER).within(0, 23);
        var minutes = match.second(NUMBER).within(0, 59);
        return isJoined && hour.isPresent() && minutes.isPresent()
                ? Optional.of(Clock.exactly(hour.getAsInt(), minutes.getAsInt()))
                : Optional.empty();
    }

    private static Optional<Clock> onHalf(Match match, Symbol<Clock> clock, Symbol<DayHalf> half) {
        return match.find(clock)
                .filter(time -> time.time().getHour() > 0 || time.isTwelveHour() || clock == CLOCK)
                .map(time -> time.on(match.get(half)));
    }

    /** "7a": only where the letter touches the digits, or the word for the hour stands between them. */
    private static Optional<Clock> onHalfLetter(Match match) {
        var tokens = match.tokens();
        int letter = match.from() + 1;
        boolean isJoined = tokens.has(letter)
                && tokens.isJoined(letter)
                && tokens.at(letter).isWord();
        boolean isAfterWord = match.nodes().getFirst().length() > 1;
        return isJoined || isAfterWord ? onHalf(match, HOUR, DAY_HALF_LETTER) : Optional.empty();
    }

    private static Optional<Clock> minutes(Match match, int sign) {
        var minutes = match.get(NUMBER).within(1, 59);
        boolean isRange =
                match.chart().has(match.from() - 1, FROM) || match.chart().has(match.from() - 1, BETWEEN);
        boolean isLength = match.chart().has(match.to(), UNIT) && !match.chart().has(match.to(), OCLOCK);
        return minutes.isPresent() && !isRange && !isLength && !isNumbers(match, sign, minutes.getAsInt())
                ? shifted(match, sign * minutes.getAsInt())
                : Optional.empty();
    }

    /** "Lanes 3 to 6": in digits, minutes to an hour are those that people say, a twelfth of an hour or several. */
    private static boolean isNumbers(Match match, int sign, int minutes) {
        boolean isSaid = minutes % TWELFTH == 0 && minutes < HALF_AN_HOUR;
        return sign < 0
                && !isSaid
                && !match.has(MINUTE_WORD)
                && match.tokens().at(match.from()).isDigits()
                && !match.tokens().at(match.from()).isCyrillic()
                && match.chart().has(match.from() + 1, TO);
    }

    private static Optional<Clock> shifted(Match match, int minutes) {
        return anyClock(match)
                .map(clock -> new Clock(clock.time().plusMinutes(minutes), clock.isTwelveHour(), clock.zone()));
    }

    private static Optional<Clock> anyClock(Match match) {
        return match.find(CLOCK).or(() -> match.find(HOUR));
    }

    /** From the first time to the second: "from ten to two" ends after noon. */
    private static Optional<Duration> between(Match match) {
        var times = match.nodes().stream()
                .map(Node::value)
                .filter(Clock.class::isInstance)
                .map(Clock.class::cast)
                .toList();
        var length = Duration.between(times.getFirst().time(), times.getLast().time());
        boolean mayBeAfternoon = times.stream().anyMatch(Clock::isTwelveHour);
        return Stream.of(length, length.plusHours(mayBeAfternoon ? HALF_A_DAY : 0), length.plusDays(1))
                .filter(Duration::isPositive)
                .findFirst();
    }

    private static Clock halfTo(int hour) {
        return Clock.loosely(hour == 1 ? 12 : hour - 1, 30);
    }

    /** A part of the hour that ends there: half of the third hour is half past two. */
    private static Optional<Clock> beforeHour(Match match, int minutes) {
        int hour = match.get(Numbers.ORDINAL_NUMBER);
        return hour < 1 || hour > 12
                ? Optional.empty()
                : Optional.of(Clock.loosely(hour == 1 ? 12 : hour - 1, minutes));
    }

    /** Minutes in tens and the hour after them read as one number: less twenty, three. */
    private static Optional<Clock> minusInOne(Match match) {
        int both = match.get(NUMBER).within(21, 59).orElse(0);
        boolean isInWords = match.tokens().at(match.to() - 1).isWord();
        return isInWords && both % 10 > 0
                ? Optional.of(Clock.loosely((both % 10 + 10) % 12 + 1, 60 - both / 10 * 10))
                : Optional.empty();
    }

    private static Optional<Clock> minutesOf(Match match) {
        var minutes = match.get(NUMBER).within(1, 59);
        return minutes.isPresent() ? beforeHour(match, minutes.getAsInt()) : Optional.empty();
    }
}
