package org.otklik.channels.webchat;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.otklik.channels.Address;
import org.otklik.i18n.Language;

/** One open line of a visitor: a tab. Its frames are handled in order; what is sent to it may come from any thread. */
final class Connection {
    private static final int FAULTS = 20;
    private static final int BEATS = 3;

    private final Line line;
    private final String remote;
    private final InOrder tasks;
    private volatile @Nullable Address address;
    private volatile @Nullable Language language;
    private final AtomicInteger quietBeats = new AtomicInteger();
    private volatile boolean isClosing;
    private int faults;

    /** @param remote the network address, as limits count it */
    Connection(Line line, String remote, Executor executor) {
        this.line = line;
        this.remote = remote;
        this.tasks = new InOrder(executor);
    }

    String remote() {
        return remote;
    }

    InOrder tasks() {
        return tasks;
    }

    /** The conversation; empty before the hello is answered. */
    Optional<Address> address() {
        return Optional.ofNullable(address);
    }

    void belongsTo(Address conversation) {
        address = conversation;
    }

    /** The language that the visitor's page speaks, if it said one. */
    Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    void speaks(Language spoken) {
        language = spoken;
    }

    Future<Void> send(ServerFrame frame) {
        return line.send(frame.json());
    }

    void close(Closing why) {
        isClosing = true;
        line.close(why);
    }

    /** Whether frames that still wait must not be handled any more: nobody would hear the answer. */
    boolean isClosing() {
        return isClosing;
    }

    /** Something came in. */
    void alive() {
        quietBeats.set(0);
    }

    /** Asks for a sign of life, or gives up when several went unanswered. */
    void beat() {
        if (quietBeats.incrementAndGet() > BEATS) {
            close(Closing.GOING_AWAY);
        } else {
            var _ = send(new ServerFrame.Ping());
        }
    }

    /** Counts a frame that a well-behaved widget would not have sent. Called in the connection's order. */
    void fault() {
        faults++;
        if (faults > FAULTS) {
            close(Closing.POLICY);
        }
    }

    /** Forgives earlier faults. */
    void behaved() {
        faults = 0;
    }
}
