package org.otklik.giving;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/**
 * The day on which somebody says to have paid. It is looked up in the bank, and only looked at for being ahead: "I paid 500 tomorrow"
 * is a slip that the person has to put right.
 */
final class PaidDaySlot implements Slot<LocalDate> {
    private static final Pattern PAUSE = Pattern.compile("[,.;:!?\n]");
    private static final Cues BEFORE = new Cues("purposes");
    /** How far before a day the word may begin that says what it is to the gift. */
    private static final int REACH = 24;

    private final Organization organization;

    PaidDaySlot(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "day";
    }

    @Override
    public Class<LocalDate> type() {
        return LocalDate.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.WHEN_WAS_IT_PAID);
    }

    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = organization.day(turn.message().sentAt());
        return understanding.entities().stream()
                .filter(entity -> entity instanceof Entity.Date || entity instanceof Entity.DateTime)
                .filter(entity -> asked || isOfPayment(understanding, entity.span()))
                .flatMap(entity -> switch (entity) {
                    case Entity.Date date -> Stream.of(date.value());
                    case Entity.DateTime moment ->
                        Stream.of(new DateValue.Day(moment.value().toLocalDate()));
                    default -> Stream.<DateValue>empty();
                })
                .findFirst()
                .map(value -> paidOn(value, today));
    }

    /** What was paid this month was paid by now; a time that is ahead as a whole stays what it is. */
    private static LocalDate paidOn(DateValue value, LocalDate today) {
        boolean isUnderWay = !value.first().isAfter(today) && value.last().isAfter(today);
        return isUnderWay ? today : value.last();
    }

    /** Whether it stands in one breath with the sum, and is not what the sum is for: "500 for the concert on Friday". */
    private static boolean isOfPayment(Understanding understanding, Span day) {
        var text = understanding.text();
        var near = text.substring(Math.max(0, day.start() - REACH), day.end());
        boolean isPurpose =
                BEFORE.in(near).stream().anyMatch(found -> found.name().equals("for"));
        var between = understanding
                .all(Entity.Money.class)
                .map(sum -> between(text, sum.span(), day))
                .findFirst()
                .orElse(text.substring(0, day.start()));
        return !isPurpose && !PAUSE.matcher(between).find();
    }

    private static String between(String text, Span sum, Span day) {
        return sum.end() <= day.start()
                ? text.substring(sum.end(), day.start())
                : text.substring(Math.min(day.end(), sum.start()), sum.start());
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value) {
        return value.isAfter(organization.day(turn.message().sentAt()))
                ? Optional.of(Text.of(GivingText.DAY_AHEAD).with("day", value))
                : Optional.empty();
    }
}
