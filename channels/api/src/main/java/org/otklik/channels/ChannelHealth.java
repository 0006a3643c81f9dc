package org.otklik.channels;

/**
 * Whether a channel works.
 *
 * @param working false when messages can't come in or go out
 * @param says a sentence for the operator, without personal data
 */
public record ChannelHealth(boolean working, String says) {}
