package org.otklik.channels;

import java.net.URI;
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

    /** What does not fit together in these settings: a key, what is wrong, and an example, in one line. It stops the start. */
    default Optional<String> wrong(S settings) {
        return Optional.empty();
    }

    Channel open(S settings, ChannelHost host);

    /**
     * Tries whether the other side can be reached with these settings, of a channel that is not off. Takes seconds, changes nothing.
     * Empty where there is no other side.
     */
    default Optional<ChannelHealth> probe(S settings) {
        return Optional.empty();
    }

    /** The address from which people can be written to who have not written first; empty where nobody can. */
    default Optional<String> sender(S settings) {
        return Optional.empty();
    }

    /**
     * The address by which somebody comes to a channel that is not off and brings a one-time code along; empty where there is none, or it
     * can't be found out now. May ask the other side, for some seconds.
     *
     * @param code of letters, digits, dashes and underscores
     */
    default Optional<URI> door(S settings, String code) {
        return Optional.empty();
    }

    /** What reads a message from a file, for tools; empty for a medium whose messages don't come as files. */
    default Optional<RawReader> reader(S settings) {
        return Optional.empty();
    }
}
