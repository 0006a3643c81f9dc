package org.otklik.channels.webchat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open connections of this node, whatever they run on. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    /** Frames that may wait to be handled; a widget sends one message at a time. */
    private static final int BACKLOG = 64;

    private final Reception reception;
    private final Limits limits;
    private final Executor executor;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Connections(Reception reception, Limits limits, Executor executor) {
        this.reception = reception;
        this.limits = limits;
        this.executor = executor;
    }

    /** A place for one more connection of a network address; empty when it has as many as it may. */
    Optional<Place> place(String remote) {
        return limits.enter(remote) ? Optional.of(new Place(remote)) : Optional.empty();
    }

    /** A connection that is about to open. It must be taken or given up. */
    final class Place {
        private final String remote;

        private Place(String remote) {
            this.remote = remote;
        }

        Connection take(Line line) {
            var connection = new Connection(line, remote, executor);
            open.add(connection);
            return connection;
        }

        void giveUp() {
            limits.leave(remote);
        }
    }

    /** A frame has come in. */
    void receive(Connection connection, String frame) {
        connection.alive();
        if (connection.tasks().waiting() >= BACKLOG) {
            connection.close(Closing.POLICY);
            return;
        }
        var read = ClientFrameReader.read(frame);
        connection.tasks().run(() -> handle(connection, read, frame));
    }

    private void handle(Connection connection, ClientFrame frame, String raw) {
        if (connection.isClosing()) {
            return;
        }
        try {
            reception.take(connection, frame, raw);
        } catch (RuntimeException e) {
            LOG.warn("a frame could not be handled", e);
            reception.failed(connection);
        }
    }

    /** The line is no more. */
    void closed(Connection connection) {
        if (open.remove(connection)) {
            limits.leave(connection.remote());
            connection.tasks().run(() -> reception.left(connection));
        }
    }

    void beat() {
        open.forEach(Connection::beat);
    }

    void closeAll() {
        open.forEach(connection -> connection.close(Closing.GOING_AWAY));
    }

    int count() {
        return open.size();
    }
}
