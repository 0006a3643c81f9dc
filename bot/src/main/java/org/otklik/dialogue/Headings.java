package org.otklik.dialogue;

import java.util.List;
import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.nlu.Act;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** What staff put a heading over is one thing, whatever its sentences speak of: "New article: Parking", and the text below. */
public final class Headings implements Preparation {
    private static final Pattern HEADING = Pattern.compile("\\s*([^:\\n]{3,40}):");

    private final Phrases headings = new Phrases("headings");

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        var heading = HEADING.matcher(understanding.text());
        if (!turn.speaker().isStaff() || !heading.lookingAt()) {
            return understanding;
        }
        return headings.meaning(heading.group(1))
                .map(intent -> understanding.with(
                        List.of(new Act(intent, 1, 1, understanding.text(), understanding.entities(), false))))
                .orElse(understanding);
    }
}
