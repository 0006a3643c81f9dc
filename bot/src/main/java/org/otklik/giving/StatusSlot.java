package org.otklik.giving;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Slot;
import org.otklik.giving.Ledger.Status;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Understanding;

/** Whether a gift was promised or has come, by the first word that tells. */
final class StatusSlot implements Slot<Status> {
    private static final String NEITHER = "neither";

    private final Cues words = new Cues("giving");

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Class<Status> type() {
        return Status.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return false;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        throw new IllegalStateException("whether it has come is told by the day where no word tells it");
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
                        .flatMap(act -> mood(act).stream())
                        .findFirst());
    }

    private static Optional<Status> mood(Act act) {
        return switch (act.mood()) {
            case DONE -> Optional.of(Status.RECEIVED);
            case PROMISED -> Optional.of(Status.PLEDGED);
            case NEGATED, WISHED, ASKED, PLAIN -> Optional.empty();
        };
    }
}
