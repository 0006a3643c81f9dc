package org.otklik.directory;

import org.otklik.i18n.TextKey;

/** Changing cards. */
public enum UpdateText implements TextKey {
    WHAT,
    NO_VALUE,
    CHANGED,
    NEW_POINT,
    MORE_POINT,
    TAGGED_WITH,
    UNTAGGED,
    NAMED,
    ENTRUSTED,
    CLOSED_NOW,
    OPEN_NOW,
    SPEAKS,
    WORKS_AT,
    LEFT_WORK,
    RELATED,
    COLLEAGUES,
    ONLY_MANAGERS,
    TAGGED,
    NOBODY_TAGGED,
    CARD_OF;

    @Override
    public String area() {
        return "updates";
    }
}
