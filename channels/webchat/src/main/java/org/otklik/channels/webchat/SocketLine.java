package org.otklik.channels.webchat;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A client on a WebSocket. */
final class SocketLine implements Line {
    /** In characters. The socket's own writeQueueFull() is of no use off the event loop: it is true after 16 quick writes. */
    private static final int LONGEST_QUEUE = 1 << 20;

    private final ServerWebSocket socket;
    private final AtomicInteger unread = new AtomicInteger();

    SocketLine(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public Future<Void> send(String frame) {
        if (socket.isClosed()) {
            return Future.failedFuture("closed");
        }
        if (unread.addAndGet(frame.length()) > LONGEST_QUEUE) {
            // It doesn't read. Frames must not pile up in memory; the widget resumes from history when it is back.
            close(Closing.TRY_LATER);
            return Future.failedFuture("too slow");
        }
        return socket.writeTextMessage(frame).onComplete(written -> unread.addAndGet(-frame.length()));
    }

    @Override
    public void close(Closing why) {
        if (!socket.isClosed()) {
            var _ = socket.close(why.code());
        }
    }
}
