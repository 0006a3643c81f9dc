package org.otklik.giving;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;
import org.otklik.schema.tables.records.RecurringGiftRecord;

/** Which of a donor's gifts that come again. With a single one there is nothing to ask. */
final class WhichGiftSlot implements Slot<Long> {
    private final String form;
    private final RecurringActionSlot action;

    WhichGiftSlot(String form, RecurringActionSlot action) {
        this.form = form;
        this.action = action;
    }

    @Override
    public String name() {
        return "gift";
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return candidates(turn, answers).size() > 1;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.WHICH_RECURRING);
        candidates(turn, answers)
                .forEach(gift -> FormFilling.offer(turn, form, name(), label(gift), LongNode.valueOf(gift.getId())));
    }

    private static Text label(RecurringGiftRecord gift) {
        return Text.of(GivingText.RECURRING_CHOICE)
                .with("now", new Money(gift.getAmount(), gift.getCurrency()))
                .with("period", gift.getPeriod());
    }

    /** The one of a sum that was said. */
    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        var meant = all(turn).stream()
                .filter(gift -> understanding
                        .all(Entity.Money.class)
                        .anyMatch(money -> money.amount().compareTo(gift.getAmount()) == 0))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst().getId()) : Optional.empty();
    }

    /** The gift that was chosen, or the only one that it can be. */
    Optional<RecurringGiftRecord> chosen(Turn turn, Answers answers) {
        var named = answers.find(this);
        var possible = candidates(turn, answers).stream()
                .filter(gift -> named.isEmpty() || named.get().equals(gift.getId()))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    /** The only gift that there is, whatever can be done with it. */
    Optional<RecurringGiftRecord> single(Turn turn) {
        var all = all(turn);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    RecurringGiftRecord any(Turn turn) {
        return all(turn).getFirst();
    }

    private List<RecurringGiftRecord> candidates(Turn turn, Answers answers) {
        return all(turn).stream()
                .filter(gift ->
                        answers.find(action).filter(wish -> !wish.fits(gift)).isEmpty())
                .toList();
    }

    private static List<RecurringGiftRecord> all(Turn turn) {
        return turn.speaker()
                .contactId()
                .map(new RecurringGifts(turn.sql())::of)
                .orElse(List.of());
    }
}
