package org.otklik.nlu.time;

import static org.otklik.nlu.grammar.Marks.AT_SIGN;
import static org.otklik.nlu.grammar.Marks.COMMA;
import static org.otklik.nlu.grammar.Rule.maybe;
import static org.otklik.nlu.grammar.Rule.one;
import static org.otklik.nlu.grammar.Rule.rule;
import static org.otklik.nlu.time.TimeWords.*;
import static org.otklik.nlu.time.Times.CLOCK;
import static org.otklik.nlu.time.Times.DATE;
import static org.otklik.nlu.time.Times.HOUR;
import static org.otklik.nlu.time.Times.LENGTH;
import static org.otklik.nlu.time.Times.MOMENT;
import static org.otklik.nlu.time.Times.SOLE_MOMENT;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.otklik.nlu.grammar.Match;
import org.otklik.nlu.grammar.Numbers;
import org.otklik.nlu.grammar.Rule;

/** A day and a time together: tomorrow at ten, 22 May 17:00, tonight at 8. */
final class MomentRules {
    private MomentRules() {}

    static List<Rule<?>> all() {
        return List.of(
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(CLOCK)),
                        one(DATE),
                        maybe(COMMA),
                        maybe(AT, ON, BY, SPAN_OF, AT_SIGN),
                        one(CLOCK)),
                rule(
                        MOMENT,
                        m -> moment(Days.weekday(m.get(WEEKDAY_MAYBE)), m.get(CLOCK)),
                        one(WEEKDAY_MAYBE),
                        maybe(COMMA),
                        maybe(AT, ON, BY, AT_SIGN),
                        one(CLOCK)),
                rule(
                        MOMENT,
                        m -> alone(m, moment(m.get(DATE), m.get(HOUR))),
                        one(DATE),
                        maybe(COMMA),
                        one(AT, ON, AT_SIGN),
                        one(HOUR)),
                rule(
                        MOMENT,
                        m -> endsInPart(m) ? Optional.empty() : moment(m.get(DATE), m.get(CLOCK)),
                        maybe(AT, AT_SIGN),
                        one(CLOCK),
                        maybe(COMMA),
                        maybe(ON),
                        one(DATE)),
                rule(
                        MOMENT,
                        m -> endsInPart(m) ? Optional.empty() : moment(m.get(DATE), m.get(HOUR)),
                        one(AT),
                        one(HOUR),
                        maybe(ON),
                        one(DATE)),
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(HOUR).on(m.get(PART_OF_DAY))),
                        one(DATE),
                        maybe(PART_OF_DAY),
                        maybe(AT, ON, AT_SIGN),
                        one(HOUR),
                        one(PART_OF_DAY)),
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(HOUR).on(m.get(PART_OF_DAY))),
                        one(DATE),
                        one(PART_OF_DAY),
                        one(AT, ON, AT_SIGN),
                        one(HOUR)),
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(CLOCK).on(m.get(PART_OF_DAY))),
                        one(DATE),
                        one(PART_OF_DAY),
                        maybe(AT, ON, AT_SIGN),
                        one(CLOCK)),
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(HOUR).on(m.get(PART_OF_DAY))),
                        one(HOUR),
                        one(DATE),
                        one(PART_OF_DAY)),
                rule(
                        MOMENT,
                        m -> moment(m.get(DATE), m.get(HOUR).on(m.get(PART_OF_DAY))),
                        one(HOUR),
                        one(PART_OF_DAY),
                        one(DATE)),
                rule(
                        MOMENT,
                        m -> moment(Days.relative(0), part(m)),
                        one(THIS_PART),
                        maybe(AT, ON, AT_SIGN),
                        one(HOUR, CLOCK)),
                rule(
                        MOMENT,
                        m -> moment(Days.relative(0), part(m)),
                        maybe(AT, AT_SIGN),
                        one(HOUR, CLOCK),
                        one(THIS_PART)),
                rule(MOMENT, MomentRules::tonight, one(TONIGHT), maybe(COMMA), maybe(AT, AT_SIGN), one(HOUR, CLOCK)),
                rule(MOMENT, MomentRules::tonight, maybe(AT, AT_SIGN), one(HOUR, CLOCK), one(TONIGHT)),
                rule(MOMENT, m -> Optional.of(near(m.get(CLOCK))), maybe(AT, ON, AT_SIGN), one(CLOCK)),
                rule(
                        MOMENT,
                        m -> Optional.of(near(m.get(HOUR).on(m.get(PART_OF_DAY)))),
                        maybe(AT, ON),
                        one(HOUR),
                        one(PART_OF_DAY)),
                rule(
                        MOMENT,
                        m -> Optional.of(near(m.get(HOUR).on(m.get(PART_OF_DAY)))),
                        one(PART_OF_DAY),
                        one(AT, ON, AT_SIGN),
                        one(HOUR)),
                rule(MOMENT, m -> alone(m, Optional.of(near(m.get(HOUR)))), one(AT, AT_SIGN), one(HOUR)),
                rule(SOLE_MOMENT, MomentRules::sole, maybe(AT, ON), one(HOUR)),
                rule(SOLE_MOMENT, m -> moment(m.get(DATE), m.get(HOUR)), one(HOUR), one(DATE)),
                rule(MOMENT, MomentRules::fromClock, one(LENGTH), one(FROM, PAST), one(CLOCK)),
                rule(DATE, m -> Optional.of(m.get(DATE)), one(DATE), one(PART_OF_DAY)),
                rule(DATE, m -> Optional.of(Days.weekday(m.get(WEEKDAY_MAYBE))), one(WEEKDAY_MAYBE), one(PART_OF_DAY)),
                rule(
                        SOLE_MOMENT,
                        _ -> Optional.of(
                                reference -> Optional.of(reference.now().truncatedTo(ChronoUnit.MINUTES))),
                        one(NOW)),
                rule(DATE, m -> Optional.of(Days.relative(m.get(TONIGHT))), one(TONIGHT)),
                rule(DATE, _ -> Optional.of(Days.relative(0)), one(THIS_PART)));
    }

    private static Optional<MomentExpression> moment(DateExpression date, Clock clock) {
        return Optional.of(reference -> date.at(reference)
                .filter(value -> value.first().equals(value.last()))
                .map(value -> clock.on(value.first(), reference)));
    }

    /** Whether the day is a part of one, which says more of the time than the day alone. */
    private static boolean endsInPart(Match match) {
        var date = match.nodes().getLast();
        return match.chart().has(date.from(), TONIGHT) || match.chart().has(date.from(), THIS_PART);
    }

    /** A plain number is an hour only where it counts nothing; and "for six hours" is no time of day. */
    private static Optional<MomentExpression> alone(Match match, Optional<MomentExpression> moment) {
        var hour = match.nodes().getLast();
        boolean isWords = match.tokens().at(match.to() - 1).isWord();
        boolean isFor = hour.length() > 1 && !match.chart().has(hour.from() - 1, AT) && match.has(ON);
        boolean isAlone =
                isWords || Numbers.standsAlone(match.chart(), match.to()) || Clauses.isVerb(match.chart(), match.to());
        boolean isLength = match.chart().has(match.to(), UNIT);
        return isAlone && !isFor && !isLength ? moment : Optional.empty();
    }

    private static Clock clock(Match match) {
        return match.find(CLOCK).or(() -> match.find(HOUR)).orElseThrow();
    }

    /** The time in the half of the day that was named: "this evening at seven". */
    private static Clock part(Match match) {
        return clock(match).on(match.get(THIS_PART));
    }

    /** Twelve tonight is midnight, with which the next day begins. */
    private static Optional<MomentExpression> tonight(Match match) {
        var time = clock(match);
        boolean isMidnight = time.isTwelveHour() && time.time().getHour() == 12;
        var evening = isMidnight
                ? Clock.exactly(0, time.time().getMinute())
                : time.isTwelveHour() ? time.on(DayHalf.PM) : time;
        return moment(Days.relative(match.get(TONIGHT) + (isMidnight ? 1 : 0)), evening);
    }

    private static MomentExpression near(Clock clock) {
        return reference -> Optional.of(clock.near(reference));
    }

    /** A number by itself may be any answer; a preposition or minutes make it a time. */
    private static Optional<MomentExpression> sole(Match match) {
        return match.to() - match.from() > 1 ? Optional.of(near(match.get(HOUR))) : Optional.empty();
    }

    private static Optional<MomentExpression> fromClock(Match match) {
        var length = match.get(LENGTH);
        var clock = match.get(CLOCK);
        return length.isOfDay()
                ? Optional.of(reference -> Optional.of(length.after(clock.near(reference))))
                : Optional.empty();
    }
}
