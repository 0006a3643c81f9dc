package org.otklik.conversation;

/**
 * A button as the bot remembers it.
 *
 * @param label what was shown, in the language of the reply
 * @param answer what saying yes or no in words would choose
 * @param ownPhone whether pressing it shares the person's own number; its action is for who types its words instead
 */
public record Choice(String label, Action action, Answer answer, boolean ownPhone) {
    /** One that stands for its action. */
    public Choice(String label, Action action, Answer answer) {
        this(label, action, answer, false);
    }

    /** The word that stands for a choice. */
    public enum Answer {
        YES,
        NO,
        NEITHER
    }
}
