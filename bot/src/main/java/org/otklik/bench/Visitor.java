package org.otklik.bench;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.otklik.channels.Address;

/** Somebody who says the lines of one dialogue, and waits for replies. */
final class Visitor {
    private final Address address;
    private final Iterator<String> lines;
    private final Queue<Asked> open = new ConcurrentLinkedQueue<>();
    private CompletableFuture<Duration> last = CompletableFuture.completedFuture(Duration.ZERO);
    private int said;

    private record Asked(long nanos, CompletableFuture<Duration> answer) {}

    Visitor(Address address, List<String> lines) {
        this.address = address;
        this.lines = lines.iterator();
    }

    Address address() {
        return address;
    }

    boolean hasMoreToSay() {
        return lines.hasNext();
    }

    String nextLine() {
        said++;
        return lines.next();
    }

    /** How many lines were said. */
    int said() {
        return said;
    }

    /**
     * Starts to wait for the reply to the line that is said next.
     *
     * @param nanos when it was to be said, on the scale of {@link System#nanoTime}
     * @return how long the reply took
     */
    CompletableFuture<Duration> await(long nanos) {
        last = new CompletableFuture<>();
        open.add(new Asked(nanos, last));
        return last;
    }

    /** The reply to the last line. */
    CompletableFuture<Duration> last() {
        return last;
    }

    /** Replies come in the order of the lines. */
    void answered(long nanos) {
        var asked = open.poll();
        if (asked != null) {
            asked.answer().complete(Duration.ofNanos(nanos - asked.nanos()));
        }
    }
}
