package org.otklik.dialogue;

import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;

/** Tells who sent a file that the medium does not hand out that it was not read. What came with it is answered as always. */
final class Unfetched {
    private Unfetched() {}

    static void tell(Turn turn) {
        var files = turn.message().tooLarge();
        if (files.isEmpty()) {
            return;
        }
        var names = files.stream().filter(name -> !name.isBlank()).collect(Collectors.joining(", "));
        turn.say(Text.of(names.isEmpty() ? DialogueText.TOO_LARGE : DialogueText.TOO_LARGE_NAMED)
                .with("count", files.size())
                .with("names", names));
    }
}
