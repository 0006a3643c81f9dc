package org.otklik.channels.webchat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after another, off the event loop; the tasks of two of these run beside each other. */
final class InOrder {
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>(2);
    private boolean isRunning;

    InOrder(Executor executor) {
        this.executor = executor;
    }

    synchronized void run(Runnable task) {
        waiting.add(task);
        if (!isRunning) {
            isRunning = true;
            executor.execute(this::drain);
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }

    private void drain() {
        for (var task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        var next = waiting.poll();
        isRunning = next != null;
        return next;
    }
}
