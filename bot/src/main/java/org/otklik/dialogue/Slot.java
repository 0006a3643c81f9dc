package org.otklik.dialogue;

import java.util.Optional;
import org.otklik.conversation.Turn;
import org.otklik.i18n.Text;
import org.otklik.nlu.Contrast;
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

    /** Whether it is about who speaks, so that it holds for whatever else they wish for as well. */
    default boolean isOfSpeaker() {
        return false;
    }

    /** What a correction makes of an answer: a new day may leave the hour as it was. */
    default T corrected(T present, T heard) {
        return heard;
    }

    /** Whether a part of the answer may be wrong by itself: then the word that is called wrong tells which. */
    default boolean hasParts() {
        return false;
    }

    /** What an answer in words becomes by "not a pianist but a violinist"; empty where it is no words, or has not the wrong ones. */
    default Optional<T> reworded(T present, Contrast contrast) {
        return Optional.empty();
    }

    /** What holds as long as nobody has said anything else: the currency of the organisation. */
    default Optional<T> implied() {
        return Optional.empty();
    }

    /** What the right value stands for where the wrong one stands for the present: of 7000 "not 7 but 8" makes 8000. */
    default Optional<T> inShort(T present, T wrong, T right) {
        return Optional.empty();
    }

    /** Whether its question puts the answer of another slot in doubt, so that words may answer that one anew: "wrong, it's 555-01-02". */
    default boolean doubts(String slot) {
        return false;
    }

    /** Whether words that would tell something new elsewhere answer its question: "Anna wrote it". */
    default boolean isAnswer(Understanding understanding) {
        return false;
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
