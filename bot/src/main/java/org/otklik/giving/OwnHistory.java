package org.otklik.giving;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.contacts.NotKnown;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.schema.tables.records.GiftRecord;

/** Tells donors what they have given: what was received, with what they have promised told apart. Only to themselves. */
public final class OwnHistory implements Skill {
    private static final Phrases LAST = new Phrases("last-time");
    private static final Cues BESIDES = new Cues("years-besides");
    /** So many years are told one by one. */
    private static final int YEARS = 5;

    @Override
    public Set<String> intents() {
        return Set.of("giving.history");
    }

    @Override
    public void run(Turn turn, Heard heard) {
        if (!turn.speaker().isKnown()) {
            NotKnown.refuse(turn, GivingText.ONLY_TO_THE_DONOR);
            return;
        }
        long contactId = turn.speaker().contactId().orElseThrow();
        var received = new Gifts(turn.sql()).received(contactId);
        var spans = spans(turn, heard.whole());
        if (received.isEmpty()) {
            turn.say(GivingText.NOTHING_GIVEN);
        } else if (LAST.isIn(heard.whole().text())) {
            turn.say(last(received));
            return;
        } else if (!spans.isEmpty()) {
            spans.forEach(span -> within(turn, received, span));
        } else {
            all(turn, received);
        }
        announced(turn, contactId);
    }

    /** The times that are named; "last year and this" names a year by its pronoun only. */
    private static List<DateValue> spans(Turn turn, Understanding understanding) {
        var named = understanding.all(Entity.Date.class).map(Entity.Date::value).toList();
        boolean isOfAYear = named.stream().anyMatch(DateValue.Year.class::isInstance);
        var now = Year.from(turn.message().sentAt().atZone(ZoneOffset.UTC));
        var besides = BESIDES.in(understanding.text()).stream()
                .filter(_ -> isOfAYear)
                .map(found -> (DateValue) new DateValue.Year(now.plusYears(Long.parseLong(found.name()))));
        return Stream.concat(named.stream(), besides)
                .distinct()
                .sorted(Comparator.comparing(DateValue::first))
                .toList();
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
