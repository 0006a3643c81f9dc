package org.otklik.giving;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/** What the books rely on: no word changes a gift that a line of the bank or of an import stands for. */
final class Books {
    private Books() {}

    /** Why a gift can't be put right or taken back any more; empty as long as it can. */
    static Optional<Text> refusal(Turn turn, long giftId) {
        return new Ledger(turn.sql()).isReconciled(giftId)
                ? Optional.of(Text.of(GivingText.RECONCILED))
                : Optional.empty();
    }
}
