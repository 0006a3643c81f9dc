package org.otklik.conversation;

/**
 * A button as the bot remembers it.
 *
 * @param label what was shown, in the language of the reply
 * @param answer what saying yes or no in words would choose
 */
public record Choice(String label, Action action, Answer answer) {
    /** The word that stands for a choice. */
    public enum Answer {
        YES,
        NO,
        NEITHER
    }
}
