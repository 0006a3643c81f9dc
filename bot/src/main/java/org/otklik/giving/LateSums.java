package org.otklik.giving;

import static org.otklik.dialogue.DialogueIntents.CORRECT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Mood;
import org.otklik.nlu.Understanding;

/** "I remember now, it was 1500": a sum told after a payment whose amount was not known is the amount of that payment. */
public final class LateSums implements Preparation {
    private static final Duration LATELY = Duration.ofDays(7);
    /** Who says more tells of something else. */
    private static final int MOST_WORDS = 7;
    /** What such words may be taken for. */
    private static final Set<String> SAME = Set.of(ReportedGiftForm.PAID, PledgeForm.DONATE, CORRECT);

    private final EntityRecognizer recognizer;

    public LateSums(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean isShort = understanding.text().strip().split("\\s+").length <= MOST_WORDS;
        boolean isOther = understanding
                .main()
                .filter(act -> act.isSure() && !(SAME.contains(act.intent()) && act.mood() != Mood.PROMISED))
                .filter(act -> !act.isBare(understanding.text()))
                .isPresent();
        boolean isLate = turn.state().form().isEmpty() && isShort && !isOther && isAmountOpen(turn);
        return isLate && namesASum(turn, understanding)
                ? understanding.with(List.of(Act.answer(CORRECT, understanding)))
                : understanding;
    }

    private boolean namesASum(Turn turn, Understanding understanding) {
        return recognizer.amount(understanding.besidesValues(), turn.language()).isPresent();
    }

    /** Whether the last that was written is a payment without an amount. */
    private static boolean isAmountOpen(Turn turn) {
        return turn.state().written().stream()
                .limit(1)
                .filter(past -> past.at().plus(LATELY).isAfter(turn.at()))
                .flatMap(past -> past.entries().stream())
                .anyMatch(entry -> entry.form().equals(ReportedGiftForm.NAME)
                        && Optional.ofNullable(entry.answers().get(AmountSlot.SLOT))
                                .filter(amount -> !amount.isNull())
                                .map(JsonNode::asText)
                                .isEmpty());
    }
}
