package org.otklik.channels;

/**
 * The key of a conversation, and where replies to it go.
 *
 * @param channel the channel's name, for instance {@code webchat}
 * @param account which of the organisation's accounts on it: a bot's name, a mailbox, a site
 * @param value the other side: a chat id, an e-mail address, a visitor's id
 */
public record Address(String channel, String account, String value) {}
