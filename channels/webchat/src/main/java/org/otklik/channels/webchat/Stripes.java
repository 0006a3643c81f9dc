package org.otklik.channels.webchat;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.otklik.channels.Address;

/** Lets one thing happen to a visitor at a time. Visitors share the locks, so that there is nothing to clear away. */
final class Stripes {
    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(1024).toArray(Lock[]::new);

    <T> T alone(Address address, Supplier<T> work) {
        var lock = locks[Math.floorMod(address.hashCode(), locks.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
