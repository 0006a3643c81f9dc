package org.otklik.channels.webchat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.otklik.channels.Address;
import org.otklik.channels.ChannelHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host who is connected. A page that reloads closes one connection and opens another, in any order; so the host is
 * never told what happened, but what is: each call compares the two, one call of an address at a time.
 */
final class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final ChannelHost host;
    private final Visitors visitors;
    private final Set<Address> told = ConcurrentHashMap.newKeySet();
    private final Stripes stripes = new Stripes();

    Presence(ChannelHost host, Visitors visitors) {
        this.host = host;
        this.visitors = visitors;
    }

    /** Brings the host up to date. When that fails, {@link #settleAll} tries again. Blocks. */
    void settle(Address address) {
        stripes.alone(address, () -> compare(address));
    }

    private boolean compare(Address address) {
        boolean isHere = visitors.isHere(address);
        if (isHere == told.contains(address)) {
            return isHere;
        }
        try {
            if (isHere) {
                host.attach(address);
                told.add(address);
            } else {
                host.detach(address);
                told.remove(address);
            }
        } catch (RuntimeException e) {
            LOG.warn("a visitor's coming or going could not be told", e);
        }
        return isHere;
    }

    /** Makes up for what failed. Blocks. */
    void settleAll() {
        Stream.concat(visitors.all().stream(), told.stream())
                .filter(address -> visitors.isHere(address) != told.contains(address))
                .forEach(this::settle);
    }
}
