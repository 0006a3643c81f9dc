package org.otklik.events;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.Heard;
import org.otklik.i18n.Text;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;
import org.otklik.organization.Organization;

/**
 * Tells which events are coming: all of them, those of the time that is asked about, or the one that is named. "When does the fair
 * begin?" is answered by the calendar, and not by the articles.
 */
public final class ListEvents implements Attentive {
    static final String LIST = "events.list";
    private static final String ASK = "knowledge.ask";
    private static final int MOST = 15;

    private final Organization organization;
    private final EventWords words;
    private final Phrases questions = new Phrases("event-questions");

    public ListEvents(Organization organization) {
        this.organization = organization;
        this.words = new EventWords(organization);
    }

    @Override
    public Set<String> intents() {
        return Set.of(LIST);
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        boolean isElse =
                understanding.main().filter(act -> act.isSure() && !act.is(ASK)).isPresent();
        if (isElse || !questions.isIn(understanding.text())) {
            return false;
        }
        var events = new Events(turn.sql());
        var named = words.spokenOf(understanding, events.upcoming(turn.at()));
        if (!named.isEmpty()) {
            tell(turn, events, named);
            turn.say(EventsText.SIGN_UP);
        }
        return !named.isEmpty();
    }

    @Override
    public void run(Turn turn, Heard heard) {
        var events = new Events(turn.sql());
        var upcoming = events.upcoming(turn.at());
        var asked = heard.whole().all(Entity.Date.class).map(Entity.Date::value).findFirst();
        var named = words.spokenOf(heard.whole(), upcoming);
        if (asked.isEmpty() && !named.isEmpty()) {
            tell(turn, events, named);
            turn.say(EventsText.SIGN_UP);
            return;
        }
        var then = upcoming.stream()
                .filter(event -> asked.map(value -> {
                            var day = organization.day(event.startsAt());
                            return !day.isBefore(value.first()) && !day.isAfter(value.last());
                        })
                        .orElse(true))
                .toList();
        if (upcoming.isEmpty()) {
            turn.say(EventsText.NOTHING_AHEAD);
            return;
        }
        turn.say(Text.of(
                then.isEmpty()
                        ? EventsText.NOTHING_THEN
                        : asked.isPresent() ? EventsText.THEN_AHEAD : EventsText.AHEAD));
        tell(turn, events, then.isEmpty() ? upcoming : then);
        turn.say(EventsText.SIGN_UP);
    }

    private void tell(Turn turn, Events events, List<Event> shown) {
        shown.stream().limit(MOST).forEach(event -> {
            var left = events.left(event, Optional.empty());
            turn.say(left.map(places -> Text.of(EventsText.LINE_WITH_PLACES).with("left", Math.max(0, places)))
                    .orElse(Text.of(EventsText.LINE))
                    .with("event", words.line(event, turn.language())));
        });
    }
}
