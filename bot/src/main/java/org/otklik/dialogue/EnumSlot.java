package org.otklik.dialogue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.i18n.TextKey;

/**
 * A slot that is asked for with a button for each answer that there is.
 *
 * @param <E> the answers
 */
public abstract class EnumSlot<E extends Enum<E>> implements Slot<E> {
    private final String form;
    private final String name;
    private final Class<E> type;
    private final TextKey question;

    /** @param form the form that it belongs to */
    protected EnumSlot(String form, String name, Class<E> type, TextKey question) {
        this.form = form;
        this.name = name;
        this.type = type;
        this.question = question;
    }

    /** What stands on the button of an answer. */
    protected abstract Text label(E answer);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<E> type() {
        return type;
    }

    /** Why what was said of it is no answer, to be told before the question. */
    protected Optional<Text> reason(Answers answers) {
        return Optional.empty();
    }

    @Override
    public final void ask(Turn turn, Answers answers) {
        reason(answers).ifPresent(turn::say);
        turn.say(question);
        for (var answer : type.getEnumConstants()) {
            FormFilling.offer(turn, form, name, label(answer), TextNode.valueOf(answer.name()));
        }
    }
}
