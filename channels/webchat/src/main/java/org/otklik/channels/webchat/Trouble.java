package org.otklik.channels.webchat;

import java.util.Locale;

/** Why something that a visitor sent was not taken; the widget acts on the code, the visitor reads the text. */
enum Trouble {
    /** The frame can't be read; sending it again is of no use. */
    BAD_FRAME(WebChatText.BAD_FRAME),
    /** A connection begins with a hello. */
    HELLO_FIRST(WebChatText.HELLO_FIRST),
    /** The token is unknown, has expired or was revoked: the widget forgets it and begins afresh. */
    SESSION_ENDED(WebChatText.SESSION_ENDED),
    /** Over a limit of messages: the widget keeps the message and sends it again after a while. */
    TOO_MANY_MESSAGES(WebChatText.TOO_MANY_MESSAGES),
    /** Over a limit of visitors: the widget says hello again after a while. */
    TOO_MANY_VISITORS(WebChatText.TOO_MANY_VISITORS),
    /** The text goes back into the input. */
    TOO_LONG(WebChatText.TOO_LONG),
    /** It could not be stored: the widget keeps it and sends it again. */
    LATER(WebChatText.LATER);

    private final WebChatText text;

    Trouble(WebChatText text) {
        this.text = text;
    }

    WebChatText text() {
        return text;
    }

    /** As frames write it: {@code session-ended}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
