package org.otklik.giving;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** What is to become of a gift that comes again. */
final class RecurringActionSlot implements Slot<RecurringAction> {
    private static final Phrases WORDS = new Phrases("recurring-actions");
    private static final Phrases STEPS = new Phrases("recurring-steps");
    private static final Cues PERIODS = new Cues("gift-periods");

    @Override
    public String name() {
        return "action";
    }

    @Override
    public Class<RecurringAction> type() {
        return RecurringAction.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_RECURRING_ACTION);
    }

    @Override
    public Optional<RecurringAction> hear(Turn turn, Understanding understanding, boolean asked) {
        return turn.speaker()
                .contactId()
                .flatMap(contact -> named(understanding, new RecurringGifts(turn.sql()).of(contact)));
    }

    /** What is named, and can be done with one of the gifts; else what is named at all; a bare sum is the new one. */
    Optional<RecurringAction> named(Understanding understanding, List<RecurringGiftRecord> gifts) {
        var text = words(understanding);
        var named = RecurringAction.in(text, WORDS);
        if (!named.isEmpty()) {
            return named.stream()
                    .filter(action -> gifts.stream().anyMatch(action::fits))
                    .findFirst()
                    .or(() -> Optional.of(named.getFirst()));
        }
        boolean isOfSomethingElse = WORDS.isAnyStem(withoutPeriod(text, gifts), "other");
        boolean saysHowMuch = understanding.all(Entity.Money.class).findAny().isPresent()
                || STEPS.isIn(text)
                || BareSums.in(understanding, single(gifts)).isPresent();
        return saysHowMuch && !isOfSomethingElse ? Optional.of(RecurringAction.AMOUNT) : Optional.empty();
    }

    /** A quarterly gift that is called so is not to become one. */
    private static String withoutPeriod(String text, List<RecurringGiftRecord> gifts) {
        var rest = new StringBuilder(text);
        PERIODS.in(text).stream()
                .filter(period ->
                        gifts.stream().allMatch(gift -> gift.getPeriod().equals(period.name())))
                .map(Cues.Found::span)
                .forEach(span -> span.blank(rest));
        return rest.toString();
    }

    private static Optional<BigDecimal> single(List<RecurringGiftRecord> gifts) {
        return gifts.size() == 1 ? Optional.of(gifts.getFirst().getAmount()) : Optional.empty();
    }

    /** The words of the wish, and not of what else the message says. */
    private static String words(Understanding understanding) {
        var own = understanding.acts().stream()
                .filter(act -> act.is(ChangeRecurring.INTENT))
                .map(Act::text)
                .collect(Collectors.joining(" "));
        return own.isBlank() ? understanding.text() : own;
    }
}
