package org.otklik.basics;

import java.util.regex.Pattern;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Understanding;

/**
 * "Worked three hours on the 31st of June": a day that no calendar has is told, and nothing is written with another in its place.
 * Tasks ask for the right one by themselves.
 */
public final class NoSuchDay implements Attentive {
    private static final String TASKS = "tasks.";
    /** Without such a number no day can be one too many. */
    private static final Pattern LATE_IN_THE_MONTH = Pattern.compile("(?<!\\d)(?:29|[3-9]\\d)(?!\\d)");

    private final EntityRecognizer recognizer;

    public NoSuchDay(EntityRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        boolean mayBe = LATE_IN_THE_MONTH.matcher(text).find()
                && !understanding.acts().isEmpty()
                && understanding.acts().stream().noneMatch(act -> act.intent().startsWith(TASKS));
        if (!mayBe) {
            return false;
        }
        var day = recognizer.impossibleDay(text, turn.language());
        day.ifPresent(span -> turn.say(Text.of(BasicsText.NO_SUCH_DAY).with("day", span.in(text))));
        return day.isPresent();
    }
}
