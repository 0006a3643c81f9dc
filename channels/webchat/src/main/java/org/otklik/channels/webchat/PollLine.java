package org.otklik.channels.webchat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that asks again and again, where a proxy forbids WebSockets. Frames wait for its next question. */
final class PollLine implements Line {
    private static final int BACKLOG = 256;

    private final Runnable onClosed;
    private final List<String> waiting = new ArrayList<>();
    private @Nullable Promise<List<String>> question;
    private boolean isClosed;

    /** @param onClosed called once */
    PollLine(Runnable onClosed) {
        this.onClosed = onClosed;
    }

    /** The frames that have gathered, as soon as there is one. Asking again answers the question before with nothing. */
    synchronized Future<List<String>> ask() {
        answer(List.of());
        var asked = Promise.<List<String>>promise();
        question = asked;
        deliver();
        return asked.future();
    }

    @Override
    public Future<Void> send(String frame) {
        synchronized (this) {
            if (isClosed) {
                return Future.failedFuture("closed");
            }
            if (waiting.size() < BACKLOG) {
                waiting.add(frame);
                deliver();
                return Future.succeededFuture();
            }
        }
        close(Closing.TRY_LATER);
        return Future.failedFuture("too slow");
    }

    @Override
    public void close(Closing why) {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            deliver();
            answer(List.of());
        }
        onClosed.run();
    }

    private void deliver() {
        if (!waiting.isEmpty() && question != null) {
            var frames = List.copyOf(waiting);
            waiting.clear();
            answer(frames);
        }
    }

    private void answer(List<String> frames) {
        var asked = question;
        question = null;
        if (asked != null) {
            asked.complete(frames);
        }
    }
}
