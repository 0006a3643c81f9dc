package org.otklik.voice;

import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.nlu.Understanding;
import org.otklik.store.JobQueue;

/** Has a voice message listened to, where there is a program for that. */
public final class Listening implements Attentive {
    static final String MISHEARD = "voice.misheard";

    private final boolean isPossible;

    /** @param isPossible whether the operator has set up a recogniser */
    public Listening(boolean isPossible) {
        this.isPossible = isPossible;
    }

    @Override
    public Set<String> intents() {
        return Set.of(MISHEARD);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        turn.say(DialogueText.WRITE_IT);
    }

    /** What a form has asked for may be answered by voice. */
    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isSpoken = isPossible
                && understanding.text().isBlank()
                && turn.files().stream().anyMatch(file -> file.mediaType().startsWith("audio/"));
        if (isSpoken) {
            var spoken =
                    new Transcripts.Spoken(turn.message().id(), turn.language().code());
            new JobQueue(turn.sql())
                    .schedule(Transcripts.TASK, String.valueOf(turn.message().id()), spoken, turn.at());
        }
        return isSpoken;
    }
}
