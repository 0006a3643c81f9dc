package org.otklik.channels.webchat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.otklik.channels.Address;

/** Who is connected to this node: each visitor's connections, one for each tab. */
final class Visitors {
    private final ConcurrentMap<Address, List<Connection>> connections = new ConcurrentHashMap<>();
    private final Stripes stripes = new Stripes();

    void join(Address address, Connection connection) {
        connections.merge(
                address,
                List.of(connection),
                (known, joined) ->
                        Stream.concat(known.stream(), joined.stream()).toList());
    }

    void leave(Address address, Connection connection) {
        connections.computeIfPresent(address, (key, known) -> {
            var left = known.stream().filter(other -> other != connection).toList();
            return left.isEmpty() ? null : left;
        });
    }

    List<Connection> of(Address address) {
        return connections.getOrDefault(address, List.of());
    }

    boolean isHere(Address address) {
        return connections.containsKey(address);
    }

    Set<Address> all() {
        return Set.copyOf(connections.keySet());
    }

    /**
     * Keeps what a visitor is sent in order. A quick reply would otherwise overtake the acknowledgement of the message that it
     * answers, or the welcome with the replies before it.
     */
    <T> T inOrder(Address address, Supplier<T> work) {
        return stripes.alone(address, work);
    }
}
