package org.otklik.interactions;

import org.otklik.channels.Enclosure;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.nlu.Understanding;

/** A picture or a document that staff send without a word is kept; what it is about is asked. */
public final class FilesOfStaff implements Attentive {
    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isWordless = turn.speaker().isStaff()
                && understanding.text().isBlank()
                && turn.message()
                        .enclosure()
                        .filter(Enclosure.Sticker.class::isInstance)
                        .isEmpty()
                && turn.files().stream().anyMatch(file -> !file.mediaType().startsWith("audio/"));
        if (isWordless) {
            turn.say(InteractionsText.FILE_KEPT);
        }
        return isWordless;
    }
}
