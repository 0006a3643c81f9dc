package org.otklik.interactions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Stays;
import org.otklik.nlu.Understanding;

/**
 * What kind of dealing it was, by the first word that tells; a note where none does. A talk is one by telephone unless another word
 * says how it was held, and an occasion is only where somebody was met: "talked to her over lunch", "met him at the fair".
 */
final class KindSlot extends SaidSlot<Kind> {
    private static final String TALK = "talk";
    private static final String EVENT = "event";
    private static final String CALL = "call";
    private static final String MEETING = "meeting";

    private final Cues kinds = new Cues("dealings");
    private final Stays stays = new Stays();

    KindSlot() {
        super("kind", Kind.class);
    }

    @Override
    public Optional<Kind> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().stream().map(Act::text).collect(Collectors.joining(" "));
        var told = kinds.in(words).stream().map(Cues.Found::name).toList();
        if (stays.in(understanding.text(), understanding.entities()).isPresent() && !told.contains(MEETING)) {
            return Optional.of(Kind.VISIT);
        }
        return told.stream()
                .filter(name -> !name.equals(TALK) && !name.equals(EVENT))
                .findFirst()
                .or(() -> Optional.of(EVENT).filter(told::contains))
                .or(() -> Optional.of(CALL).filter(_ -> !told.isEmpty()))
                .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
