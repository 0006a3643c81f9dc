package org.otklik.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Correspondence;
import org.otklik.conversation.Action;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Way;
import org.otklik.dialogue.Heard;
import org.otklik.dialogue.Skill;
import org.otklik.i18n.Text;
import org.otklik.organization.Organization;

/** Tells those who wait that there is room again; the first to press the button has it. */
public final class FreedRoom implements Skill {
    private static final String TAKE = "events.take_room";
    private static final String PARTICIPATION = "participation";

    private final Organization organization;
    private final EventWords words;

    public FreedRoom(Organization organization) {
        this.organization = organization;
        this.words = new EventWords(organization);
    }

    /** Tells everybody whose company has room now, the longest waiting first. */
    void tell(Turn turn, Event event) {
        var events = new Events(turn.sql());
        int left = events.left(event, Optional.empty()).orElse(Integer.MAX_VALUE);
        var correspondence = new Correspondence(turn.sql(), turn.texts(), organization);
        events.waiting(event.id()).stream()
                .filter(row -> row.getGuests() < left)
                .forEach(row -> {
                    var reader = correspondence.language(
                            new Contacts(turn.sql()).find(row.getContactId()).orElseThrow());
                    var line = words.line(event, reader);
                    var ways = List.of(
                            new Way(Text.of(EventsText.TAKE_ROOM), Action.of(TAKE, PARTICIPATION, row.getId())));
                    var note = new Correspondence.Note(
                            Text.of(EventsText.ROOM_SUBJECT).with("title", event.title(reader)),
                            Text.of(EventsText.ROOM_AGAIN).with("event", line).with("people", row.getGuests() + 1),
                            ways,
                            Optional.of(turn.message().id()));
                    correspondence.write(row.getContactId(), note, turn.at());
                });
    }

    @Override
    public Set<String> intents() {
        return Set.of(TAKE);
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var events = new Events(turn.sql());
        var row = heard.number(PARTICIPATION)
                .flatMap(events::participation)
                .filter(found -> turn.speaker().contactId().equals(Optional.of(found.getContactId())));
        if (row.isEmpty()) {
            turn.say(EventsText.NOT_SIGNED_UP);
            return;
        }
        var event = events.get(row.get().getEventId());
        int guests = row.get().getGuests();
        boolean hasRoom = events.left(event, Optional.of(row.get().getContactId()))
                .map(left -> left > guests)
                .orElse(true);
        if (hasRoom) {
            events.put(event.id(), row.get().getContactId(), guests, Events.REGISTERED, turn.at());
            turn.changed();
        }
        turn.say(Text.of(hasRoom ? EventsText.REGISTERED : EventsText.ROOM_IS_GONE)
                .with("event", words.line(event, turn.language()))
                .with("people", guests + 1));
    }
}
