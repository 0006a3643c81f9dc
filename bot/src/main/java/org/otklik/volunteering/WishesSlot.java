package org.otklik.volunteering;

import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** On which days somebody can come and what they are good at, as far as they say so of their own accord. */
final class WishesSlot extends SaidSlot<String> {
    private static final Cues OFFERS = new Cues("volunteer-offers");
    private static final int LONGEST = 200;

    WishesSlot() {
        super("wishes", String.class);
    }

    @Override
    public Optional<String> hear(Turn turn, Understanding understanding, boolean asked) {
        var words = understanding.acts().stream()
                .map(Act::text)
                .collect(Collectors.joining(" "))
                .strip();
        return asked || OFFERS.in(words).isEmpty() || words.length() > LONGEST ? Optional.empty() : Optional.of(words);
    }
}
