package org.otklik.dialogue;

import java.util.Optional;
import org.otklik.conversation.Turn;

/** What was said aloud is read as if it had been typed then; once, however often it is called right. */
final class SaidAloud {
    private SaidAloud() {}

    /** The words that were called right just now; from here on they are what the turn is about. */
    static Optional<String> in(Turn turn, Heard heard) {
        var spokenAt = heard.number("message").flatMap(turn.earlier()::sentAt);
        if (spokenAt.isEmpty() || turn.earlier().isPressedAgain()) {
            return Optional.empty();
        }
        var words = heard.argument("words").orElseThrow();
        turn.hear(words, spokenAt.get());
        return Optional.of(words);
    }
}
