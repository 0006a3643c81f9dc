package org.otklik.giving;

import java.math.BigDecimal;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** The sum that is wrong by what was told: "Anna's gift is 5500, not 5000". Where that one is on record, it is put right. */
final class WrongSumSlot extends SaidSlot<BigDecimal> {
    WrongSumSlot() {
        super("wrong", BigDecimal.class);
    }

    @Override
    public Optional<BigDecimal> hear(Turn turn, Understanding understanding, boolean asked) {
        var sums = understanding.acts().stream()
                .flatMap(act -> act.rejected().stream())
                .filter(Entity.Money.class::isInstance)
                .map(sum -> ((Entity.Money) sum).amount())
                .toList();
        return sums.size() == 1 ? Optional.of(sums.getFirst()) : Optional.empty();
    }
}
