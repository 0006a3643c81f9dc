package org.otklik.channels.telegram;

import org.otklik.i18n.TextKey;

/** What the channel itself says: the menu of commands, what a foreign button answers, and tasks for staff. */
public enum TelegramText implements TextKey {
    START,
    HELP,
    LINK,
    LANGUAGE,
    STOP,
    STALE_BUTTON,
    UNREADABLE;

    @Override
    public String area() {
        return "telegram";
    }
}
