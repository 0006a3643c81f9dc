package org.otklik.letters;

import org.otklik.i18n.TextKey;

/** Letters that are more than their words. */
public enum LettersText implements TextKey {
    NOT_PROVEN,
    BOUNCED_TASK,
    FILED,
    WHO_WROTE_IT;

    @Override
    public String area() {
        return "letters";
    }
}
