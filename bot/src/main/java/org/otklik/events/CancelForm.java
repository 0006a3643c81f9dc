package org.otklik.events;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.Form;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;
import org.otklik.schema.tables.records.ParticipationRecord;

/** Somebody can't come: the room is free again, and whoever waits for it is told. */
public final class CancelForm implements Form {
    private static final String NAME = "registration-cancel";

    private final EventWords words;
    private final FreedRoom freed;
    private final WhomSlot whom = new WhomSlot();
    private final Which which = new Which();

    public CancelForm(Organization organization) {
        this.words = new EventWords(organization);
        this.freed = new FreedRoom(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of("events.cancel");
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(whom, which);
    }

    /** What somebody was going to: whom staff name, or else who writes. */
    private static List<ParticipationRecord> own(Turn turn, Optional<Long> named) {
        return named.or(() -> turn.speaker().contactId())
                .map(contact -> new Events(turn.sql()).of(contact, turn.at()))
                .orElse(List.of());
    }

    @Override
    public void submit(Turn turn, Answers answers) {
        var own = own(turn, answers.find(whom));
        var meant = answers.find(which)
                .flatMap(
                        id -> own.stream().filter(row -> row.getId().equals(id)).findFirst())
                .or(() -> own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty());
        if (meant.isEmpty()) {
            turn.say(EventsText.NOT_SIGNED_UP);
            return;
        }
        var events = new Events(turn.sql());
        var event = events.get(meant.get().getEventId());
        events.cancel(meant.get().getId());
        turn.changed();
        turn.say(Text.of(EventsText.CANCELLED).with("event", words.line(event, turn.language())));
        if (meant.get().getStatus().equals(Events.REGISTERED)) {
            freed.tell(turn, event);
        }
    }

    /** Which of the events to which somebody was going. */
    private final class Which implements Slot<Long> {
        @Override
        public String name() {
            return "which";
        }

        @Override
        public Class<Long> type() {
            return Long.class;
        }

        @Override
        public boolean isNeeded(Turn turn, Answers answers) {
            return own(turn, answers.find(whom)).size() > 1;
        }

        @Override
        public void ask(Turn turn, Answers answers) {
            var events = new Events(turn.sql());
            turn.say(EventsText.CANCEL_WHICH);
            own(turn, answers.find(whom))
                    .forEach(row -> FormFilling.offer(
                            turn,
                            NAME,
                            name(),
                            Text.of(EventsText.CHOICE)
                                    .with("event", words.line(events.get(row.getEventId()), turn.language())),
                            LongNode.valueOf(row.getId())));
        }

        @Override
        public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
            var events = new Events(turn.sql());
            var own = own(turn, whom.hear(turn, understanding, false));
            var named = words.named(
                    understanding,
                    own.stream().map(row -> events.get(row.getEventId())).toList());
            return named.size() == 1 && words.names(understanding, named.getFirst())
                    ? own.stream()
                            .filter(row -> row.getEventId() == named.getFirst().id())
                            .map(ParticipationRecord::getId)
                            .findFirst()
                    : Optional.empty();
        }
    }
}
