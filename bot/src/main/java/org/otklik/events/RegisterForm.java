package org.otklik.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.contacts.Contacts;
import org.otklik.contacts.Introductions;
import org.otklik.contacts.NameSlot;
import org.otklik.contacts.ReachSlot;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.EntryForm;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/** Somebody signs up for an event, alone or with others. Where there is no room left they wait, and are told when there is. */
public final class RegisterForm implements EntryForm {
    static final String REGISTER = "events.register";
    private static final String NAME = "registration";

    private final WhomSlot whom = new WhomSlot();
    private final EventWords words;
    private final EventSlot event;
    private final GuestsSlot guests;
    private final RoomSlot room;
    private final NameSlot name;
    private final ReachSlot reach = new ReachSlot(NAME, false);

    public RegisterForm(Organization organization) {
        this.words = new EventWords(organization);
        this.event = new EventSlot(NAME, words);
        this.guests = new GuestsSlot(words);
        this.room = new RoomSlot(NAME, event, guests);
        this.name = new NameSlot(organization);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> intents() {
        return Set.of(REGISTER);
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(whom, event, guests, room, name, reach);
    }

    @Override
    public String table() {
        return "participation";
    }

    /** Who has to say who they are first hears what it is for. */
    @Override
    public Optional<Text> noted(Turn turn, Answers answers) {
        return event.meant(turn, answers)
                .filter(_ -> turn.speaker().contactId().isEmpty())
                .map(chosen -> Text.of(EventsText.SIGNING_UP).with("event", words.line(chosen, turn.language())));
    }

    @Override
    public Optional<Text> obstacle(Turn turn) {
        return new Events(turn.sql()).upcoming(turn.at()).isEmpty()
                ? Optional.of(Text.of(EventsText.NOTHING_AHEAD))
                : Optional.empty();
    }

    /** Who comes already is told so, unless the number of guests has changed. */
    @Override
    public void submit(Turn turn, Answers answers) {
        var chosen = event.meant(turn, answers).orElseThrow();
        var known = comer(turn, answers)
                .flatMap(contact -> new Events(turn.sql()).participation(chosen.id(), contact))
                .filter(row -> row.getStatus().equals(Events.REGISTERED) && row.getGuests() == coming(answers));
        if (known.isPresent()) {
            turn.say(Text.of(EventsText.COMES_ALREADY).with("event", words.line(chosen, turn.language())));
        } else {
            EntryForm.super.submit(turn, answers);
        }
    }

    @Override
    public long write(Turn turn, Answers answers) {
        var chosen = event.meant(turn, answers).orElseThrow();
        var status = status(turn, answers, chosen);
        long contactId = comer(turn, answers)
                .orElseGet(() -> new Introductions(turn).introduce(answers.get(name), answers.find(reach)));
        return new Events(turn.sql()).put(chosen.id(), contactId, coming(answers), status, turn.at());
    }

    @Override
    public void amend(Turn turn, long row, Answers answers) {
        var events = new Events(turn.sql());
        var before = events.participation(row).orElseThrow();
        var chosen = answers.find(event).map(events::get).orElseGet(() -> events.get(before.getEventId()));
        var status = status(turn, answers, chosen);
        if (chosen.id() != before.getEventId()) {
            events.cancel(row);
        }
        events.put(chosen.id(), before.getContactId(), coming(answers), status, turn.at());
    }

    /** Who comes: whom staff have named, or else who writes. */
    private Optional<Long> comer(Turn turn, Answers answers) {
        return answers.find(whom).or(() -> turn.speaker().contactId());
    }

    private int coming(Answers answers) {
        return answers.find(room)
                .filter(fewer -> fewer >= 0)
                .orElseGet(() -> answers.find(guests).orElse(0));
    }

    private String status(Turn turn, Answers answers, Event chosen) {
        boolean hasRoom = new Events(turn.sql())
                .left(chosen, comer(turn, answers))
                .map(left -> left > coming(answers))
                .orElse(true);
        return hasRoom ? Events.REGISTERED : Events.WAITING;
    }

    @Override
    public Text told(Turn turn, Answers answers) {
        var chosen = event.meant(turn, answers).orElseThrow();
        boolean comes = status(turn, answers, chosen).equals(Events.REGISTERED);
        var other = answers.find(whom).map(new Contacts(turn.sql())::name);
        var text = other.isPresent() ? EventsText.OTHER_REGISTERED : EventsText.REGISTERED;
        return Text.of(comes ? text : EventsText.PUT_TO_WAIT)
                .with("name", other.orElse(""))
                .with("event", words.line(chosen, turn.language()))
                .with("people", coming(answers) + 1);
    }

    /** How many come may be said later as well, without naming the event again. */
    @Override
    public boolean isPutRight(Turn turn, Understanding understanding) {
        return event.hear(turn, understanding, false).isEmpty()
                && guests.hear(turn, understanding, false).isPresent();
    }

    /** The number of people counts for nothing where one has already said how many. */
    @Override
    public void wrote(Turn turn, long row, Answers answers) {
        Optional.of(answers)
                .filter(said -> said.find(guests).isEmpty()
                        && said.find(room).isEmpty()
                        && said.find(whom).isEmpty())
                .ifPresent(said -> turn.say(EventsText.TELL_GUESTS));
    }
}
