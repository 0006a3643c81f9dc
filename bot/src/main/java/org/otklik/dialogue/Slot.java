package org.otklik.dialogue;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Understanding;

/**
 * One answer that a form needs.
 *
 * @param <T> the type of the answer, a type that Jackson can keep
 */
public interface Slot<T> {
    /** Unique within the form. */
    String name();

    Class<T> type();

    /** Asks for it, with choices where there are some. */
    void ask(Turn turn, Answers answers);

    /**
     * Finds the answer in what was said.
     *
     * @param asked whether the last reply asked for this very slot, so that a bare answer can be believed
     */
    Optional<T> hear(Turn turn, Understanding understanding, boolean asked);

    /** Why a value can't be taken; the form then asks again. */
    default Optional<Text> objection(Turn turn, T value) {
        return Optional.empty();
    }

    /** The same, where it depends on what else is known: a day ahead is right for a promise, and wrong for money that came. */
    default Optional<Text> objection(Turn turn, T value, Answers answers) {
        return objection(turn, value);
    }

    /** What a correction makes of an answer: a new day may leave the hour as it was. */
    default T corrected(T present, T heard) {
        return heard;
    }

    /** Whether it must be asked for, given what is known. */
    default boolean isNeeded(Turn turn, Answers answers) {
        return true;
    }

    /** What was said of it that does not answer it yet: a name that several people have. It is kept until it is answered. */
    default Optional<String> hint(Turn turn, Understanding understanding) {
        return Optional.empty();
    }

    /** The answer that a hint has become by what was found out since. */
    default Optional<T> recall(Turn turn, String hint) {
        return Optional.empty();
    }
}
