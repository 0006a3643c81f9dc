package org.otklik.interactions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.interactions.Interactions.Kind;
import org.otklik.nlu.Act;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** What kind of dealing it was, by the first word that tells; a note where none does. */
final class KindSlot implements Slot<Kind> {
    private final Phrases kinds = new Phrases("dealings");

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
        return kinds.firstStem(words).map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
