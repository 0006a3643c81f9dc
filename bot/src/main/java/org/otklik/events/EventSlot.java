package org.otklik.events;

import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Answers;
import org.otklik.dialogue.FormFilling;
import org.otklik.dialogue.Slot;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** Which event. Where there is only one, or only one was spoken of, it is meant without being named. */
final class EventSlot implements Slot<Long> {
    private final String form;
    private final EventWords words;

    EventSlot(String form, EventWords words) {
        this.form = form;
        this.words = words;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public Class<Long> type() {
        return Long.class;
    }

    @Override
    public boolean isNeeded(Turn turn, Answers answers) {
        return meant(turn, answers).isEmpty()
                || (answers.hint(this).isPresent() && answers.find(this).isEmpty());
    }

    /** What was named and is not coming up: it must not become the only event that is. */
    @Override
    public Optional<String> hint(Turn turn, Understanding understanding) {
        return words.another(understanding, new Events(turn.sql()).upcoming(turn.at()));
    }

    /** The event, by what was said and what is there. */
    Optional<Event> meant(Turn turn, Answers answers) {
        var events = new Events(turn.sql());
        var upcoming = events.upcoming(turn.at());
        return answers.find(this)
                .map(events::get)
                .or(() -> upcoming.size() == 1 ? Optional.of(upcoming.getFirst()) : words.spokenOf(turn, upcoming));
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        var upcoming = new Events(turn.sql()).upcoming(turn.at());
        if (answers.hint(this).isPresent()) {
            turn.say(EventsText.NO_SUCH_EVENT);
        }
        turn.say(EventsText.WHICH_EVENT);
        upcoming.forEach(event -> offer(turn, event));
    }

    private void offer(Turn turn, Event event) {
        var label = Text.of(EventsText.CHOICE).with("event", words.line(event, turn.language()));
        FormFilling.offer(turn, form, name(), label, LongNode.valueOf(event.id()));
    }

    @Override
    public Optional<Long> hear(Turn turn, Understanding understanding, boolean asked) {
        List<Event> upcoming = new Events(turn.sql()).upcoming(turn.at());
        var named = words.named(understanding, upcoming);
        return named.size() == 1 && words.names(understanding, named.getFirst())
                ? Optional.of(named.getFirst().id())
                : counted(turn, understanding, upcoming);
    }

    private Optional<Long> counted(Turn turn, Understanding understanding, List<Event> upcoming) {
        boolean namesADay = understanding.all(Entity.Date.class).findAny().isPresent();
        return namesADay
                ? Optional.empty()
                : words.counted(turn, understanding.text(), upcoming).map(Event::id);
    }
}
