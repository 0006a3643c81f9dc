package org.otklik.interactions;

import static org.otklik.schema.Tables.ATTACHMENT;
import static org.otklik.schema.Tables.MESSAGE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** The line that staff type below a voice message tells what was said there: it is noted, whatever else it makes. */
public final class VoiceLines implements Preparation {
    /** What is typed later is about something else. */
    private static final Duration REACH = Duration.ofHours(12);

    private static final String LOG = "interactions.log";
    /** What keeps a note of its own, and what only asks for something. */
    private static final Set<String> NO_NOTE = Set.of(LOG, "volunteering.log_hours", "volunteering.shift");

    private static final String GIFT = "giving.record";
    private static final String TASK = "tasks.create";

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean isNews = understanding.acts().isEmpty()
                || understanding.acts().stream().anyMatch(act -> act.is(GIFT) || act.is(TASK));
        boolean hasNote = understanding.acts().stream().anyMatch(act -> NO_NOTE.contains(act.intent()));
        return turn.speaker().isStaff() && isNews && !hasNote && names(understanding) && followsVoice(turn)
                ? understanding.with(withNote(understanding))
                : understanding;
    }

    /** Its days are those of what will be done, and not the day of the talk. */
    private static List<Act> withNote(Understanding understanding) {
        var whom = understanding.entities().stream()
                .filter(Entity::namesSomebody)
                .limit(1)
                .toList();
        var acts = new ArrayList<Act>();
        acts.add(new Act(LOG, 1, 1, said(understanding), whom, true));
        acts.addAll(understanding.acts());
        return acts;
    }

    /** What is to be done is no part of what was said. */
    private static String said(Understanding understanding) {
        var said = understanding.text();
        for (var act : understanding.acts()) {
            said = act.is(TASK) && understanding.acts().size() > 1 ? said.replace(act.text(), "") : said;
        }
        return said.strip();
    }

    private static boolean names(Understanding understanding) {
        return understanding.entities().stream().anyMatch(Entity::namesSomebody);
    }

    private static boolean followsVoice(Turn turn) {
        return turn
                .sql()
                .select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(turn.conversation().id()))
                .and(MESSAGE.DIRECTION.eq("in"))
                .and(MESSAGE.ID.lt(turn.message().id()))
                .and(MESSAGE.RECEIVED_AT.gt(turn.at().minus(REACH)))
                .orderBy(MESSAGE.ID.desc())
                .limit(1)
                .fetch(MESSAGE.ID)
                .stream()
                .anyMatch(before -> turn.sql()
                        .fetchExists(
                                ATTACHMENT,
                                ATTACHMENT.MESSAGE_ID.eq(before).and(ATTACHMENT.MEDIA_TYPE.startsWith("audio/"))));
    }
}
