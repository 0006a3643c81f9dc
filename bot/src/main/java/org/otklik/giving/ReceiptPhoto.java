package org.otklik.giving;

import org.otklik.channels.Attachment;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/** A picture or a document that a donor sends without a word may be proof of a transfer: it is asked, and nothing written yet. */
public final class ReceiptPhoto implements Attentive {
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isWordless = !turn.speaker().isStaff()
                && understanding.text().isBlank()
                && !Evidence.isSticker(turn)
                && turn.files().stream().anyMatch(ReceiptPhoto::isPaper);
        if (isWordless) {
            turn.say(GivingText.ASK_RECEIPT);
            turn.offer(Text.of(GivingText.NO_TRANSFER), Action.of(DialogueIntents.CANCEL), Answer.NO);
            turn.state(turn.state()
                    .with(OpenForm.begin(ReportedGiftForm.NAME, turn.at()).asking("amount", turn.at())));
        }
        return isWordless;
    }

    static boolean isPaper(Attachment file) {
        return file.mediaType().startsWith("image/") || file.mediaType().equals("application/pdf");
    }
}
