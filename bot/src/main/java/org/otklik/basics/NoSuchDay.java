package org.otklik.basics;

import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.conversation.OpenForm;
import org.otklik.conversation.Turn;
import org.otklik.dialogue.Attentive;
import org.otklik.dialogue.DialogueIntents;
import org.otklik.dialogue.FormFilling;
import org.otklik.i18n.Text;
import org.otklik.nlu.EntityRecognizer;
import org.otklik.nlu.Span;
import org.otklik.nlu.Understanding;

/**
 * "Worked three hours on the 31st of June": a day that no calendar has is told, and nothing is written with another in its place.
 * The right one is asked for, and the words are read again with it. Tasks ask for it by themselves.
 */
public final class NoSuchDay implements Attentive {
    private static final String TASKS = "tasks.";
    private static final String TASK_FORMS = "task";
    /** Without such a number no day can be one too many. */
    private static final Pattern LATE_IN_THE_MONTH = Pattern.compile("(?<!\\d)(?:29|[3-9]\\d)(?!\\d)");

    private final EntityRecognizer recognizer;
    private final RightDayForm rightDay;

    public NoSuchDay(EntityRecognizer recognizer, RightDayForm rightDay) {
        this.recognizer = recognizer;
        this.rightDay = rightDay;
    }

    @Override
    public boolean looksIntoForms() {
        return true;
    }

    @Override
    public boolean claim(Turn turn, Understanding understanding) {
        var text = understanding.text();
        var open = turn.state().form();
        boolean mayBe = LATE_IN_THE_MONTH.matcher(text).find()
                && (open.isPresent() || !understanding.acts().isEmpty())
                && !isOfTasks(open, understanding);
        var day = mayBe ? recognizer.impossibleDay(text, turn.language()) : Optional.<Span>empty();
        day.ifPresent(span -> tell(turn, understanding, span));
        return day.isPresent();
    }

    private static boolean isOfTasks(Optional<OpenForm> open, Understanding understanding) {
        return open.filter(form -> form.name().startsWith(TASK_FORMS)).isPresent()
                || understanding.acts().stream().anyMatch(act -> act.intent().startsWith(TASKS));
    }

    private void tell(Turn turn, Understanding understanding, Span day) {
        var said = day.in(understanding.text());
        boolean isToldAgain = turn.state()
                .form()
                .filter(open -> open.name().equals(RightDayForm.NAME))
                .filter(_ -> RightDayForm.tellsTheWhole(understanding.text()))
                .isPresent();
        if (isToldAgain) {
            turn.state(turn.state().withoutForm());
        }
        boolean isAnswer = turn.state().form().isPresent();
        turn.say(Text.of(isAnswer ? BasicsText.NOT_IN_THE_CALENDAR : BasicsText.NO_SUCH_DAY)
                .with("day", said));
        if (isAnswer) {
            return;
        }
        boolean corrects = understanding.acts().stream().anyMatch(act -> act.is(DialogueIntents.CORRECT));
        if (corrects && !turn.state().written().isEmpty()) {
            // What is said next is what it should have been.
            turn.say(BasicsText.RIGHT_DAY);
            turn.state(turn.state().fixing(true));
        } else {
            new FormFilling(rightDay).open(turn, Understanding.nothing(), rightDay.around(understanding.text(), day));
        }
    }
}
