package org.otklik.host;

import static org.otklik.schema.Tables.PRESENCE;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelFactory;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.RawReader;
import org.otklik.config.BadConfiguration;
import org.otklik.config.Configuration;
import org.otklik.conversation.Hints;
import org.otklik.conversation.Inbox;
import org.otklik.store.Database;

/** The channels of this node, found on the class path and opened with their settings. */
public final class Channels implements AutoCloseable {
    private final List<OpenChannel> open = new ArrayList<>();
    private final List<ClosedChannel> off = new ArrayList<>();

    /**
     * A channel that works, with the host that it was lent.
     *
     * @param sender the address from which people can be written to who have not written first, and to which they write
     */
    public record OpenChannel(String name, Channel channel, BotHost host, Optional<String> sender) {}

    /** A channel that stays off, and why. */
    public record ClosedChannel(String name, String reason) {}

    /** Opens the channels; they receive nothing before they are started. */
    public static Channels open(
            Configuration configuration,
            Database database,
            Inbox inbox,
            Hints hints,
            BotHost.Surroundings surroundings) {
        var channels = new Channels();
        database.sql()
                .deleteFrom(PRESENCE)
                .where(PRESENCE.NODE.eq(surroundings.node()))
                .execute();
        for (var factory : factories()) {
            channels.add(factory, configuration, name -> new BotHost(database, inbox, hints, name, surroundings));
        }
        return channels;
    }

    /** The mappings of the settings that channels have. */
    public static List<Class<?>> settings() {
        var mappings = new ArrayList<Class<?>>();
        factories().forEach(factory -> mappings.add(factory.settings()));
        return mappings;
    }

    private static List<ChannelFactory<?>> factories() {
        var factories = new ArrayList<ChannelFactory<?>>();
        ServiceLoader.load(ChannelFactory.class).forEach(factories::add);
        return factories;
    }

    /** The channels that can be used, and why one is switched off. */
    public static Map<String, Optional<String>> states(Configuration configuration) {
        var states = new TreeMap<String, Optional<String>>();
        factories().forEach(factory -> states.put(factory.name(), off(factory, configuration)));
        return states;
    }

    /** @throws BadConfiguration for the first channel whose settings don't fit together */
    public static void check(Configuration configuration) {
        factories().stream()
                .flatMap(factory -> wrong(factory, configuration).stream())
                .findFirst()
                .ifPresent(line -> {
                    throw new BadConfiguration(line);
                });
    }

    private static <S> Optional<String> wrong(ChannelFactory<S> factory, Configuration configuration) {
        return factory.wrong(configuration.channel(factory.settings()));
    }

    /** Whether the other side of a channel that is not off can be reached; empty where there is none. */
    public static Optional<ChannelHealth> probe(Configuration configuration, String channel) {
        return factories().stream()
                .filter(factory -> factory.name().equals(channel))
                .findFirst()
                .flatMap(factory -> probe(factory, configuration));
    }

    private static <S> Optional<ChannelHealth> probe(ChannelFactory<S> factory, Configuration configuration) {
        return factory.probe(configuration.channel(factory.settings()));
    }

    /** The addresses by which somebody comes to the channels that are on and brings a one-time code along. */
    public static List<URI> doors(Configuration configuration, String code) {
        return factories().stream()
                .flatMap(factory -> door(factory, configuration, code).stream())
                .toList();
    }

    private static <S> Optional<URI> door(ChannelFactory<S> factory, Configuration configuration, String code) {
        var settings = configuration.channel(factory.settings());
        return factory.off(settings).isPresent() ? Optional.empty() : factory.door(settings, code);
    }

    /** What reads the files of a channel, also of one that is off; empty when there is no such channel or it has no files. */
    public static Optional<RawReader> reader(Configuration configuration, String channel) {
        return factories().stream()
                .filter(factory -> factory.name().equals(channel))
                .findFirst()
                .flatMap(factory -> reader(factory, configuration));
    }

    /** The address from which letters can be written, where a channel can send them. */
    public static Optional<String> sender(Configuration configuration) {
        return factories().stream()
                .flatMap(factory -> sender(factory, configuration).stream())
                .findFirst();
    }

    private static <S> Optional<String> sender(ChannelFactory<S> factory, Configuration configuration) {
        return factory.sender(configuration.channel(factory.settings()));
    }

    private static <S> Optional<RawReader> reader(ChannelFactory<S> factory, Configuration configuration) {
        return factory.reader(configuration.channel(factory.settings()));
    }

    private static <S> Optional<String> off(ChannelFactory<S> factory, Configuration configuration) {
        return factory.off(configuration.channel(factory.settings()));
    }

    /** Lends a host to a channel of a name. */
    private interface Hosts {
        BotHost of(String name);
    }

    private <S> void add(ChannelFactory<S> factory, Configuration configuration, Hosts hosts) {
        var settings = configuration.channel(factory.settings());
        factory.off(settings).ifPresentOrElse(reason -> off.add(new ClosedChannel(factory.name(), reason)), () -> {
            var host = hosts.of(factory.name());
            open.add(new OpenChannel(factory.name(), factory.open(settings, host), host, factory.sender(settings)));
        });
    }

    public List<OpenChannel> open() {
        return List.copyOf(open);
    }

    /** Whether a button can ask for somebody's own number on a channel. */
    public boolean sharesPhones(String channel) {
        return open.stream()
                .anyMatch(opened -> opened.name().equals(channel)
                        && opened.channel().capabilities().ownPhone());
    }

    public List<ClosedChannel> off() {
        return List.copyOf(off);
    }

    public void start() {
        open.forEach(channel -> channel.channel().start());
    }

    /** Ends the connections whose sessions were revoked, on all channels. */
    public void closeRevoked() {
        open.forEach(channel -> channel.host().closeRevoked());
    }

    @Override
    public void close() {
        open.forEach(channel -> channel.channel().close());
    }
}
