package org.otklik.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.DaysInShort;
import org.otklik.dialogue.Slot;
import org.otklik.giving.Ledger.Status;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
import org.otklik.nlu.Understanding;
import org.otklik.nlu.time.DateValue;
import org.otklik.organization.Organization;

/** When a gift came, which is never ahead, or by when it is promised, which is never past. */
final class GiftDaySlot implements Slot<LocalDate> {
    private final Organization organization;
    private final StatusSlot status;

    GiftDaySlot(Organization organization, StatusSlot status) {
        this.organization = organization;
        this.status = status;
    }

    @Override
    public String name() {
        return "day";
    }

    @Override
    public Class<LocalDate> type() {
        return LocalDate.class;
    }

    /** What comes without a day came today; a promise may be for any. */
    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        boolean isPledged = answers.find(status).equals(Optional.of(Status.PLEDGED));
        turn.say(isPledged ? GivingText.BY_WHICH_DAY : GivingText.WHEN_IT_CAME);
    }

    /** Of several days the first that the gift can have; where none can be, the first, which is then objected to. */
    @Override
    public Optional<LocalDate> hear(Turn turn, Understanding understanding, boolean asked) {
        var today = today(turn);
        var days = NamedDays.in(understanding);
        return switch (status.of(understanding).orElse(null)) {
            case PLEDGED -> first(days, value -> !value.last().isBefore(today)).map(DateValue::last);
            case RECEIVED -> first(days, value -> !value.first().isAfter(today)).map(value -> passed(value, today));
            case null -> days.stream().findFirst().map(value -> asked ? value.last() : passed(value, today));
        };
    }

    /** What came this month has come by now. A day that is ahead as a whole stays what it is. */
    private static LocalDate passed(DateValue value, LocalDate today) {
        boolean isUnderWay = !value.first().isAfter(today) && value.last().isAfter(today);
        return isUnderWay ? today : value.last();
    }

    private static Optional<DateValue> first(List<DateValue> days, Predicate<DateValue> isFit) {
        return days.stream().filter(isFit).findFirst().or(() -> days.stream().findFirst());
    }

    LocalDate today(Turn turn) {
        return organization.day(turn.message().sentAt());
    }

    @Override
    public Optional<Text> objection(Turn turn, LocalDate value, Answers answers) {
        var today = today(turn);
        return switch (answers.find(status).orElse(null)) {
            case PLEDGED ->
                value.isBefore(today)
                        ? Optional.of(Text.of(GivingText.DAY_PASSED).with("day", value))
                        : Optional.empty();
            case RECEIVED ->
                value.isAfter(today) ? Optional.of(Text.of(GivingText.DAY_AHEAD).with("day", value)) : Optional.empty();
            case null -> Optional.empty();
        };
    }

    @Override
    public Optional<LocalDate> inShort(LocalDate present, LocalDate wrong, LocalDate right) {
        return DaysInShort.inMonth(present, wrong, right);
    }

    @Override
    public Optional<LocalDate> reworded(LocalDate present, Contrast contrast) {
        return DaysInShort.ofOtherWeek(present, contrast);
    }
}
