package org.otklik.dialogue;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Optional;
import org.otklik.conversation.Choice.Answer;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Phrases;
import org.otklik.nlu.Understanding;

/** Asks whether a form shall do what it is about to do; it does nothing without a yes. */
public abstract class SureSlot implements Slot<Boolean> {
    private static final Phrases ANSWERS = new Phrases("commands");

    private final String form;

    /** @param form the form that it belongs to */
    protected SureSlot(String form) {
        this.form = form;
    }

    /** Says what is, and what will be. */
    protected abstract void question(Turn turn, Answers answers);

    @Override
    public String name() {
        return "sure";
    }

    @Override
    public Class<Boolean> type() {
        return Boolean.class;
    }

    @Override
    public void ask(Turn turn, Answers answers) {
        question(turn, answers);
        offer(turn, DialogueText.YES, Answer.YES);
        offer(turn, DialogueText.NO, Answer.NO);
    }

    private void offer(Turn turn, DialogueText label, Answer answer) {
        var value = BooleanNode.valueOf(answer == Answer.YES);
        turn.offer(Text.of(label), FormFilling.answering(form, name(), value), answer);
    }

    /** "Yes, do it" says yes; "no, 300" says what it shall be instead. */
    @Override
    public Optional<Boolean> hear(Turn turn, Understanding understanding, boolean asked) {
        if (!asked) {
            return Optional.empty();
        }
        boolean saysInstead = understanding.text().codePoints().anyMatch(Character::isDigit);
        return ANSWERS.opening(understanding.text()).flatMap(meaning -> switch (meaning) {
            case DialogueIntents.AFFIRM -> Optional.of(true);
            case DialogueIntents.DENY -> saysInstead ? Optional.empty() : Optional.of(false);
            default -> Optional.<Boolean>empty();
        });
    }
}
