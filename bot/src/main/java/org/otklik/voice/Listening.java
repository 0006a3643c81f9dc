package org.otklik.voice;

import static org.jooq.impl.DSL.field;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.Set;
import org.otklik.channels.Enclosure;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueText;
import org.otklik.dialogue.Heard;
import org.otklik.nlu.Understanding;
import org.otklik.store.JobQueue;

/** Has a voice message listened to, where there is a program for that. */
public final class Listening implements Attentive {
    static final String MISHEARD = "voice.misheard";

    /** Who says more keeps the recogniser from everybody else. */
    private static final int MOST_AN_HOUR = 20;

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
                && isVoice(turn)
                && turn.files().stream().anyMatch(file -> file.mediaType().startsWith("audio/"))
                && spokenLately(turn) <= MOST_AN_HOUR;
        if (isSpoken) {
            var spoken =
                    new Transcripts.Spoken(turn.message().id(), turn.language().code());
            new JobQueue(turn.sql())
                    .schedule(Transcripts.TASK, String.valueOf(turn.message().id()), spoken, turn.at());
        }
        return isSpoken;
    }

    /** What was recorded here and now: a song that is sent as a file is none. */
    private static boolean isVoice(Turn turn) {
        return turn.message()
                .enclosure()
                .filter(Enclosure.Voice.class::isInstance)
                .isPresent();
    }

    /** This one as well. */
    private static int spokenLately(Turn turn) {
        return turn.sql()
                .fetchCount(
                        MESSAGE,
                        MESSAGE.CONVERSATION_ID
                                .eq(turn.conversation().id())
                                .and(MESSAGE.DIRECTION.eq("in"))
                                .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(Duration.ofHours(1))))
                                .and(field("{0} -> 'enclosure' ->> 'kind'", String.class, MESSAGE.PAYLOAD)
                                        .eq("voice")));
    }
}
