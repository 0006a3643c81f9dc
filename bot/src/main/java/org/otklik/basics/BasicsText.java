package org.otklik.basics;

import org.otklik.i18n.TextKey;

/** Courtesies, help and undo. */
public enum BasicsText implements TextKey {
    NOT_ALL_AT_ONCE,
    SETTINGS_BY_ADMINS,
    NO_SUCH_LENGTH,
    NO_SUCH_TIME,
    ENDS_BEFORE,
    FAR_AWAY,
    NO_SUCH_DAY,
    NOT_IN_THE_CALENDAR,
    RIGHT_DAY,
    GREETING,
    START,
    START_STAFF,
    WELCOME,
    ALL_RIGHT,
    NOTHING_OPEN,
    HELP,
    HELP_STAFF,
    HELP_FUNDRAISER,
    HELP_COORDINATOR,
    HELP_MANAGER,
    HELP_ADMIN,
    LANGUAGE_SET,
    WHICH_LANGUAGE,
    LANGUAGE_NAME,
    I_AM_A_BOT,
    UNDONE,
    RECORD,
    RECORD_NAMED,
    NOTHING_TO_UNDO,
    CHANGED_SINCE,
    CHANGED_SINCE_BY,
    IN_USE,
    BUTTON_DONATE,
    BUTTON_VOLUNTEER,
    BUTTON_HUMAN,
    IN_PRIVATE;

    @Override
    public String area() {
        return "basics";
    }
}
