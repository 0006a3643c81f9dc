package org.otklik.conversation;

import java.util.Locale;

/** Why somebody should look at what was made of a message. */
public enum Misreading {
    /** Nothing was made of it. */
    NOT_UNDERSTOOD,
    /** It was asked which of two things was meant. */
    DOUBTED,
    /** Its author said that something else was meant. */
    NOT_MEANT,
    /** What was written because of it was taken back at once. */
    TAKEN_BACK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
