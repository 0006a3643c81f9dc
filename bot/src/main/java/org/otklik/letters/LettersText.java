package org.otklik.letters;

import org.otklik.i18n.TextKey;

/** Letters that are more than their words. */
public enum LettersText implements TextKey {
    NOT_PROVEN,
    NOT_PROVEN_OF,
    UNANSWERED_TASK,
    /** The subject of an answer that must not carry the letter's own. */
    YOUR_LETTER,
    BOUNCED_TASK,
    FILED,
    WHO_WROTE_IT,
    INVITATION;

    @Override
    public String area() {
        return "letters";
    }
}
