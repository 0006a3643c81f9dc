package org.otklik.channels.webchat;

import io.vertx.core.Future;

/** A client's wire: what differs between a socket and a poller. Safe for threads. */
sealed interface Line permits SocketLine, PollLine {
    /** Done when the frame has left; fails when the line is closed, or the client reads too slowly. */
    Future<Void> send(String frame);

    void close(Closing why);
}
