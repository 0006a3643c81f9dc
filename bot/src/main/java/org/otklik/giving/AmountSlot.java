package org.otklik.giving;

import java.math.BigDecimal;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;

/** How much. A range is no answer: a sum is never guessed. */
final class AmountSlot implements Slot<BigDecimal> {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private final EntityRecognizer recognizer;

    AmountSlot(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public String name() {
        return "amount";
    }

    @Override
    public Class<BigDecimal> type() {
        return BigDecimal.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        turn.say(GivingText.ASK_AMOUNT);
    }

    @Override
    public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
        return understanding
                .all(Entity.Money.class)
                .findFirst()
                .or(() -> asked ? recognizer.amount(understanding.text(), turn.language()) : Optional.empty())
                .filter(money -> money.to().isEmpty() && money.isExact())
                .map(Entity.Money::amount);
    }

    @Override
    public Optional<Text> objection(Turn turn, BigDecimal value) {
        if (value.signum() <= 0) {
            return Optional.of(Text.of(GivingText.AMOUNT_TOO_SMALL));
        }
        return value.compareTo(LARGEST) > 0 ? Optional.of(Text.of(GivingText.AMOUNT_TOO_LARGE)) : Optional.empty();
    }
}
