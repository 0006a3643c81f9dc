package org.otklik.dialogue;

import static org.otklik.schema.Tables.MESSAGE;

import java.util.Optional;
import org.otklik.conversation.Action;
import org.otklik.conversation.Choice;
import org.otklik.conversation.Json;
import org.otklik.conversation.Payload;
import org.otklik.conversation.Turn;

/** What was offered a short while ago: a list or a report that the next words may go on from. */
public final class Offered {
    private static final int BACK = 10;

    private Offered() {}

    /** What the last reply offers of an intent. */
    public static Optional<Action> justNow(Turn turn, String intent) {
        return turn.state().offered().stream()
                .map(Choice::action)
                .filter(action -> action.intent().equals(intent))
                .findFirst();
    }

    /** The last that was offered of an intent in this conversation. */
    public static Optional<Action> lately(Turn turn, String intent) {
        return turn
                .sql()
                .select(MESSAGE.PAYLOAD)
                .from(MESSAGE)
                .where(turn.conversation().talk().has())
                .and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.ID.desc())
                .limit(BACK)
                .fetch(row -> Json.read(row.value1(), Payload.Said.class))
                .stream()
                .flatMap(said -> said.choices().stream())
                .map(Choice::action)
                .filter(action -> action.intent().equals(intent))
                .findFirst();
    }
}
