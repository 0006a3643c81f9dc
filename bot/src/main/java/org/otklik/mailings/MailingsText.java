package org.otklik.mailings;

import org.otklik.i18n.TextKey;

/** Mailings: ending them, beginning them, fewer of them. */
public enum MailingsText implements TextKey {
    NO_EMAIL,
    UNSUBSCRIBED,
    UNSUBSCRIBED_BEFORE,
    UNSUBSCRIBED_OTHER,
    SUBSCRIBED_OTHER,
    WHOSE_WISH,
    GOING_ON,
    ASK_ADDRESS_TO_STOP,
    STOPPED_FOR,
    SUBSCRIBED,
    SUBSCRIBED_BEFORE,
    ASK_ADDRESS_TO_BEGIN,
    LETTER_SENT,
    NO_LETTERS,
    SUBJECT,
    PLEASE_CONFIRM,
    CONFIRM,
    LINK_USED,
    OFTEN,
    ONLY_TO_SUBSCRIBERS,
    LEAVE_TITLE,
    LEAVE_QUESTION,
    LEAVE,
    LEAVE_ALL,
    LEFT_TITLE,
    LEFT,
    NO_LINK_TITLE,
    NO_LINK;

    @Override
    public String area() {
        return "mailings";
    }
}
