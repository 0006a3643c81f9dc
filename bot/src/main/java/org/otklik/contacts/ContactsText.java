package org.otklik.contacts;

import org.otklik.i18n.TextKey;

/** Questions about people, and cards of them. */
public enum ContactsText implements TextKey {
    ASK_NAME,
    NOTICE,
    NOTICE_AND_MORE,
    ASK_REACH,
    ASK_REACH_ANYWHERE,
    BAD_NAME,
    BAD_NAME_OF_ONE,
    BAD_ADDRESS,
    WHOM,
    NOBODY_FOUND,
    ONLY_ALIKE,
    WHICH_ONE,
    TOO_MANY,
    CHOICE,
    CHOICE_OF,
    CHOICE_IN_ROLE,
    SOMEBODY_NEW,
    WHO_ARE_YOU,
    IT_IS_ME,
    WHAT_IS_NEW,
    NO_POINT,
    POINT_UNCHANGED,
    POINT_KEPT,
    REPLACE_POINT,
    REPLACE_NAME,
    NAME_UNCHANGED,
    RENAMED,
    YES_REPLACE,
    AS_A_SECOND,
    NO_KEEP,
    PROFILE_KEPT,
    ADD;

    @Override
    public String area() {
        return "contacts";
    }
}
