package org.otklik.channels.webchat;

import org.otklik.i18n.TextKey;

/** What the widget and its pages say. */
enum WebChatText implements TextKey {
    ASSISTANT,
    STAFF,
    SUBTITLE,
    YOU,
    GREETING,
    OPEN,
    OPEN_UNREAD,
    CLOSE,
    CONVERSATION,
    WRITE,
    SEND,
    TYPING,
    TODAY,
    YESTERDAY,
    NEW_MESSAGES,
    TO_NEWEST,
    CHOICES,
    CHOSEN,
    SENDING,
    WAITING,
    OFFLINE,
    LENGTH,
    NO_SCRIPT,
    PAGE_DESCRIPTION,
    DEMO_TITLE,
    DEMO_TEXT,
    BAD_FRAME,
    HELLO_FIRST,
    SESSION_ENDED,
    TOO_MANY_MESSAGES,
    TOO_MANY_VISITORS,
    TOO_LONG,
    LATER;

    @Override
    public String area() {
        return "webchat";
    }
}
