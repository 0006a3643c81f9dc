package org.otklik.channels;

/**
 * A button that was pressed. The bot checks that the message went to the same conversation, so a guessed number is of no use.
 *
 * @param messageId the outbound message that offered the button
 * @param button its position there, from 0
 */
public record Press(long messageId, int button) {}
