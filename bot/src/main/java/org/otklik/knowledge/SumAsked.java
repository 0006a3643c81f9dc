package org.otklik.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Money;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** "How do I send you 1000 roubles?": an article says how, and what was heard of the sum is said beside it. Nothing is written before a yes. */
final class SumAsked {
    private static final String DONATE = "giving.donate";
    /** Who asks about a deduction of 1000 does not offer it. */
    private static final int LIKELY = 3;

    private SumAsked() {}

    /**
     * Offers to note the only sum of a question as a pledge, where it may be meant so.
     *
     * @param usual the currency that people whom we know mean where they say none
     */
    static void offer(Turn turn, Understanding question, String usual) {
        var sums = question.all(Entity.Money.class).toList();
        boolean isOfGiving = question.ranked().stream()
                .limit(LIKELY)
                .anyMatch(ranked -> ranked.label().equals(DONATE));
        if (isOfGiving && !turn.speaker().isStaff() && isSum(sums)) {
            offer(turn, sums.getFirst(), usual);
        }
    }

    private static boolean isSum(List<Entity.Money> sums) {
        return sums.size() == 1
                && sums.getFirst().to().isEmpty()
                && sums.getFirst().isExact()
                && sums.getFirst().amount().signum() > 0;
    }

    private static void offer(Turn turn, Entity.Money sum, String usual) {
        var currency = sum.currency().or(() -> turn.speaker().isKnown() ? Optional.of(usual) : Optional.empty());
        var known = new HashMap<>(Map.of("amount", sum.amount().toPlainString()));
        currency.ifPresent(code -> known.put("currency", code));
        turn.say(Text.of(KnowledgeText.SUM_HEARD)
                .with(
                        "amount",
                        currency.<Object>map(code -> new Money(sum.amount(), code))
                                .orElse(sum.amount())));
        turn.offer(Text.of(KnowledgeText.NOTE_SUM), new Action(DONATE, known), Choice.Answer.NEITHER);
    }
}
