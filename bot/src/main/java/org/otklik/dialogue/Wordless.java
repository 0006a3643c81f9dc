package org.otklik.dialogue;

import org.otklik.conversation.Turn;
import org.otklik.nlu.Understanding;

/** What is said to a message without words, of which nobody knew what to make. */
final class Wordless {
    private Wordless() {}

    static void answer(Turn turn, Understanding understanding) {
        boolean isSpoken =
                turn.files().stream().anyMatch(file -> file.mediaType().startsWith("audio/"));
        boolean isAsked =
                turn.state().form().isPresent() && !understanding.text().isBlank();
        if (isSpoken) {
            turn.say(DialogueText.VOICE_KEPT);
        } else if (isAsked) {
            turn.say(DialogueText.NO_ANSWER);
        } else if (turn.message().tooLarge().isEmpty()) {
            turn.say(DialogueText.NO_WORDS);
        }
    }
}
