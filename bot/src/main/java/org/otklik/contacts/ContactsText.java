package org.otklik.contacts;

import org.otklik.i18n.TextKey;

/** Questions about people, and cards of them. */
public enum ContactsText implements TextKey {
    ASK_NAME,
    NOTICE,
    NOTICE_AND_MORE,
    ASK_REACH,
    BAD_NAME,
    WHOM,
    NOBODY_FOUND,
    ONLY_ALIKE,
    WHICH_ONE,
    TOO_MANY,
    CHOICE,
    CARD,
    CARD_POINTS,
    CARD_GIVEN,
    RESTRICTED,
    RESTRICTED_UNOWNED;

    @Override
    public String area() {
        return "contacts";
    }
}
