package org.otklik.channels.webchat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.channels.Address;

/** How much one visitor, and all visitors behind one network address, may ask of the server. */
final class Limits {
    private final Buckets<Address> messages;
    private final Buckets<String> messagesPerRemote;
    private final Buckets<String> sessionsPerRemote;
    private final Buckets<String> hellosPerRemote;
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();
    private final int connectionsPerRemote;

    /** @param meter not the wall clock: set back a day, it would keep a full limit shut for a day */
    Limits(WebChatSettings settings, TimeMeter meter) {
        messages = new Buckets<>(settings.messagesPerMinute(), settings.messageBurst(), meter);
        messagesPerRemote = evenly(settings.messagesPerMinutePerAddress(), meter);
        sessionsPerRemote = evenly(settings.sessionsPerMinutePerAddress(), meter);
        hellosPerRemote = evenly(settings.hellosPerMinutePerAddress(), meter);
        connectionsPerRemote = settings.connectionsPerAddress();
    }

    private static Buckets<String> evenly(int perMinute, TimeMeter meter) {
        return new Buckets<>(perMinute, perMinute, meter);
    }

    /** Empty when one more message may be stored; else how long to wait. */
    Optional<Duration> message(Address visitor, String remote) {
        return messages.take(visitor).or(() -> messagesPerRemote.take(remote));
    }

    Optional<Duration> session(String remote) {
        return sessionsPerRemote.take(remote);
    }

    Optional<Duration> hello(String remote) {
        return hellosPerRemote.take(remote);
    }

    /** Counts a connection in; false when there are as many as may be. */
    boolean enter(String remote) {
        var entered = new boolean[1];
        connections.compute(remote, (key, open) -> {
            int now = open == null ? 0 : open;
            entered[0] = now < connectionsPerRemote;
            return entered[0] ? now + 1 : now;
        });
        return entered[0];
    }

    void leave(String remote) {
        connections.computeIfPresent(remote, (key, open) -> open > 1 ? open - 1 : null);
    }

    void sweep() {
        messages.sweep();
        messagesPerRemote.sweep();
        sessionsPerRemote.sweep();
        hellosPerRemote.sweep();
    }
}
