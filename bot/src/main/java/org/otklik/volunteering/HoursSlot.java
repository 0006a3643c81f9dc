package org.otklik.volunteering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.otklik.contacts.ContactSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** How many hours. A day has no more than 24 of them, with what was reported for it before. */
final class HoursSlot implements Slot<BigDecimal> {
    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final Organization organization;
    private final EntityRecognizer recognizer;
    private final WorkedSlot worked;
    private final Optional<ContactSlot> contact;

    /** @param contact who has worked; empty where it is the speaker */
    HoursSlot(
            Organization organization, EntityRecognizer recognizer, WorkedSlot worked, Optional<ContactSlot> contact) {
        this.organization = organization;
        this.recognizer = recognizer;
        this.worked = worked;
        this.contact = contact;
    }

    @Override
    public String name() {
        return "hours";
    }

    @Override
    public Class<BigDecimal> type() {
        return BigDecimal.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(VolunteeringText.HOW_MANY_HOURS);
    }

    /** A bare number counts hours where they are asked for, and where they are put right. */
    @Override
    public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Hours.class)
                .reduce((first, last) -> last)
                .map(Entity.Hours::value)
                .or(() -> recognizer
                        .between(understanding.text(), turn.language())
                        .map(HoursSlot::hours))
                .or(() -> asked ? bare(turn, understanding) : Optional.empty())
                .map(value -> value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros())
                .map(value -> value.scale() < 0 ? value.setScale(0) : value);
    }

    private static BigDecimal hours(Duration length) {
        return BigDecimal.valueOf(length.toMinutes()).divide(MINUTES, 2, RoundingMode.HALF_UP);
    }

    private Optional<BigDecimal> bare(Turn turn, Understanding understanding) {
        return understanding
                .all(Entity.Money.class)
                .filter(number -> number.currency().isEmpty() && number.to().isEmpty())
                .reduce((first, last) -> last)
                .or(() -> recognizer
                        .amount(understanding.besidesValues(), turn.language())
                        .filter(number ->
                                number.currency().isEmpty() && number.to().isEmpty()))
                .map(Entity.Money::amount);
    }

    @Override
    public Optional<Text> objection(Turn turn, BigDecimal value, Answers answers) {
        if (value.signum() <= 0) {
            return Optional.of(Text.of(VolunteeringText.NO_HOURS));
        }
        if (value.compareTo(DAY) > 0) {
            return Optional.of(Text.of(VolunteeringText.TOO_MANY_HOURS));
        }
        var who = contact.map(answers::find).orElseGet(() -> turn.speaker().contactId());
        var day = answers.find(worked)
                .orElseGet(() -> organization.day(turn.message().sentAt()));
        var before = who.map(id -> new TimeEntries(turn.sql()).reported(id, day, answers.row()))
                .orElse(BigDecimal.ZERO);
        return before.add(value).compareTo(DAY) > 0
                ? Optional.of(
                        Text.of(VolunteeringText.DAY_IS_FULL).with("day", day).with("hours", before))
                : Optional.empty();
    }
}
