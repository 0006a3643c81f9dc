package org.otklik.channels.telegram;

/** The numbers of messages, unique among all chats of a bot: Telegram counts them in each chat. */
public final class MessageNumber {
    private MessageNumber() {}

    public static String of(long chat, long message) {
        return chat + "/" + message;
    }
}
