package org.otklik.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.time.DateValue;
import org.otklik.schema.tables.records.GiftRecord;

/** Tells donors what they have given: what was received, with what they have promised told apart. Only to themselves. */
public final class OwnHistory implements Skill {
    private static final Phrases LAST = new Phrases("last-time");
    /** So many years are told one by one. */
    private static final int YEARS = 5;

    @Override
    public Set<String> intents() {
        return Set.of("giving.history");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!turn.speaker().isKnown()) {
            turn.say(GivingText.ONLY_TO_THE_DONOR);
            return;
        }
        long contactId = turn.speaker().contactId().orElseThrow();
        var received = new Gifts(turn.sql()).received(contactId);
        var span = heard.whole().all(Entity.Date.class).map(Entity.Date::value).findFirst();
        if (received.isEmpty()) {
            turn.say(GivingText.NOTHING_GIVEN);
        } else if (LAST.isIn(heard.whole().text())) {
            turn.say(last(received));
            return;
        } else if (span.isPresent()) {
            within(turn, received, span.get());
        } else {
            all(turn, received);
        }
        announced(turn, contactId);
    }

    private static Text last(List<GiftRecord> received) {
        return Text.of(GivingText.LAST_GIFT)
                .with("amount", money(received.getFirst()))
                .with("day", received.getFirst().getReceivedOn());
    }

    private static void within(Turn turn, List<GiftRecord> received, DateValue span) {
        var then = received.stream()
                .filter(gift -> isIn(gift.getReceivedOn(), span))
                .toList();
        turn.say(Text.of(then.isEmpty() ? GivingText.NOTHING_GIVEN_THEN : GivingText.GIVEN_THEN)
                .with("sums", Sums.of(then))
                .with("count", then.size())
                .with("span", span(span)));
    }

    private static boolean isIn(LocalDate day, DateValue span) {
        return !day.isBefore(span.first()) && !day.isAfter(span.last());
    }

    private static Text span(DateValue span) {
        return span instanceof DateValue.Year year
                ? Text.of(GivingText.IN_YEAR)
                        .with("year", String.valueOf(year.year().getValue()))
                : Text.of(GivingText.FROM_TO).with("first", span.first()).with("last", span.last());
    }

    private static void all(Turn turn, List<GiftRecord> received) {
        turn.say(Text.of(GivingText.GIVEN_IN_ALL)
                .with("sums", Sums.of(received))
                .with("count", received.size())
                .with("since", received.getLast().getReceivedOn()));
        var years = received.stream()
                .collect(Collectors.groupingBy(
                        gift -> gift.getReceivedOn().getYear(), TreeMap::new, Collectors.toList()));
        if (years.size() > 1) {
            years.descendingMap().entrySet().stream()
                    .limit(YEARS)
                    .forEach(year -> turn.say(Text.of(GivingText.GIVEN_IN_YEAR)
                            .with("year", String.valueOf(year.getKey()))
                            .with("sums", Sums.of(year.getValue()))));
        }
        turn.say(last(received));
    }

    private static void announced(Turn turn, long contactId) {
        Optional.of(Sums.of(new Gifts(turn.sql()).announced(contactId)))
                .filter(sums -> !sums.isEmpty())
                .ifPresent(sums -> turn.say(Text.of(GivingText.ANNOUNCED).with("sums", sums)));
    }

    private static Money money(GiftRecord gift) {
        return new Money(gift.getAmount(), gift.getCurrency());
    }
}
