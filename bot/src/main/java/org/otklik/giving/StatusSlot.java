package org.otklik.giving;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.SaidSlot;
import org.otklik.giving.Ledger.Status;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** Whether a gift was promised or has come, by the first word that tells. */
final class StatusSlot extends SaidSlot<Status> {
    private static final String NEITHER = "neither";
    /** That somebody was called tells nothing of what they give. */
    private static final String LOG = "interactions.log";

    private final Cues words = new Cues("giving");

    StatusSlot() {
        super("status", Status.class);
    }

    @Override
    public Optional<Status> hear(Turn turn, Understanding understanding, boolean asked) {
        return of(understanding);
    }

    Optional<Status> of(Understanding understanding) {
        var said = understanding.acts().isEmpty()
                ? understanding.text()
                : understanding.acts().stream().map(Act::text).collect(Collectors.joining("\n"));
        return words.in(said).stream()
                .map(Cues.Found::name)
                .filter(name -> !name.equals(NEITHER))
                .findFirst()
                .map(name -> Status.valueOf(name.toUpperCase(Locale.ROOT)))
                .or(() -> understanding.acts().stream()
                        .filter(act -> !act.is(LOG))
                        .flatMap(act -> mood(act).stream())
                        .findFirst());
    }

    private static Optional<Status> mood(Act act) {
        return switch (act.mood()) {
            case DONE -> Optional.of(Status.RECEIVED);
            case PROMISED -> Optional.of(Status.PLEDGED);
            case NEGATED, WISHED, SPOKEN_OF, ASKED, PLAIN -> Optional.empty();
        };
    }
}
