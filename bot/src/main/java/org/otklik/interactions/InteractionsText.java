package org.otklik.interactions;

import org.otklik.i18n.TextKey;

/** Logging what happened. */
public enum InteractionsText implements TextKey {
    FEEDBACK_THANKS,
    LOGGED,
    NOTED,
    WHEN,
    STILL_AHEAD,
    FILE_KEPT,
    PLACE,
    PLACE_ADDED;

    @Override
    public String area() {
        return "interactions";
    }
}
