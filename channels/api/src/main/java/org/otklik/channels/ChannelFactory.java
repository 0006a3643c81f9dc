package org.otklik.channels;

import java.util.Optional;

/**
 * Makes a channel; found by {@link java.util.ServiceLoader}, so that the bot names no channel in its code.
 *
 * @param <S> the channel's settings: a SmallRye {@code @ConfigMapping} interface under {@code channels.{name}}
 */
public interface ChannelFactory<S> {
    /** The channel's name in addresses and settings, for instance {@code webchat}. */
    String name();

    Class<S> settings();

    /** Why the channel stays off with these settings; empty when it can be opened. */
    Optional<String> off(S settings);

    Channel open(S settings, ChannelHost host);

    /** The address from which people can be written to who have not written first; empty where nobody can. */
    default Optional<String> sender(S settings) {
        return Optional.empty();
    }

    /** What reads a message from a file, for tools; empty for a medium whose messages don't come as files. */
    default Optional<RawReader> reader(S settings) {
        return Optional.empty();
    }
}
