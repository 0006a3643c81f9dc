package org.otklik.interactions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/**
 * What kind of dealing it was, by the first word that tells; a note where none does. A talk is one by telephone unless another word
 * says how it was held, and an occasion is only where somebody was met: "talked to her over lunch", "met him at the fair".
 */
final class KindSlot implements Slot<Kind> {
    private static final String TALK = "talk";
    private static final String EVENT = "event";
    private static final String CALL = "call";

    private final Cues kinds = new Cues("dealings");

    @Override
    public String name() {
        return "kind";
    }

    @Override
    public Class<Kind> type() {
        return Kind.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("the kind of a dealing is never asked for");
    }

    @Override
    public Optional<Kind> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        var told = kinds.in(words).stream().map(Cues.Found::name).toList();
        return told.stream()
                .filter(name -> !name.equals(TALK) && !name.equals(EVENT))
                .findFirst()
                .or(() -> Optional.of(EVENT).filter(told::contains))
                .or(() -> Optional.of(CALL).filter(_ -> !told.isEmpty()))
                .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
