package org.otklik.interactions;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.otklik.channels.Enclosure;
import org.otklik.conversation.Entry;
import org.otklik.conversation.Turn;
import org.otklik.conversation.Written;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/** A place on the map that staff send just after the note of a visit is where it was: it is added to the note. */
public final class PlaceOfVisit implements Attentive {
    /** What is sent later is about something else. */
    private static final Duration REACH = Duration.ofMinutes(20);

    private static final String SUMMARY = "summary";

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var place = turn.message()
                .enclosure()
                .filter(Enclosure.Place.class::isInstance)
                .map(Enclosure.Place.class::cast);
        if (!turn.speaker().isStaff()
                || place.isEmpty()
                || !understanding.text().isBlank()) {
            return false;
        }
        var visit = turn.state().written().stream()
                .limit(1)
                .filter(past -> past.at().plus(REACH).isAfter(turn.at()))
                .map(Written::entries)
                .flatMap(
                        entries -> entries.stream().filter(entry -> entry.form().equals(InteractionForm.NAME)))
                .findFirst();
        visit.ifPresent(entry -> add(turn, entry, place.get()));
        return visit.isPresent();
    }

    private static void add(Turn turn, Entry entry, Enclosure.Place place) {
        var spot = String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
        var words = turn.written(Text.of(InteractionsText.PLACE).with("spot", spot));
        new Interactions(turn.sql()).append(entry.row(), words);
        var answers = new LinkedHashMap<>(entry.answers());
        var before = answers.get(SUMMARY);
        answers.put(SUMMARY, TextNode.valueOf(before == null ? words : before.asText() + "\n" + words));
        turn.wrote(entry.corrected(answers));
        turn.say(Text.of(InteractionsText.PLACE_ADDED).with("place", words));
    }
}
