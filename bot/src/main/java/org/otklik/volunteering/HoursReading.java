package org.otklik.volunteering;

import java.time.Duration;
import java.util.List;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.Preparation;
import org.otklik.nlu.Act;
import org.otklik.nlu.Cues;
import org.otklik.nlu.Entity;
import org.otklik.nlu.Understanding;

/** "Oh no, two hours": hours that take back those of a moment ago are no further ones. */
public final class HoursReading implements Preparation {
    private static final Cues SLIPS = new Cues("slips");
    private static final Duration JUST_NOW = Duration.ofHours(1);
    /** Who says more tells of other work. */
    private static final int MOST_WORDS = 7;

    @Override
    public Understanding prepare(Turn turn, Understanding understanding) {
        boolean hasHours = understanding.all(Entity.Hours.class).findAny().isPresent();
        boolean isShort = understanding.text().strip().split("\\s+").length <= MOST_WORDS;
        boolean isCorrection = hasHours
                && isShort
                && wroteJustNow(turn)
                && !SLIPS.in(understanding.text()).isEmpty();
        return isCorrection
                ? understanding.with(List.of(Act.answer(DialogueIntents.CORRECT, understanding)))
                : understanding;
    }

    private static boolean wroteJustNow(Turn turn) {
        return turn.state().written().stream()
                .limit(1)
                .filter(past -> past.at().plus(JUST_NOW).isAfter(turn.at()))
                .flatMap(past -> past.entries().stream())
                .anyMatch(entry ->
                        entry.form().equals(HoursForm.NAME) || entry.form().equals(ShiftForm.NAME));
    }
}
