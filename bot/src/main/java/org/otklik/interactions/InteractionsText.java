package org.otklik.interactions;

import org.otklik.i18n.TextKey;

/** Logging what happened. */
public enum InteractionsText implements TextKey {
    LOGGED;

    @Override
    public String area() {
        return "interactions";
    }
}
