package org.otklik.channels.telegram.incoming;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers since when something has failed, of the last things that did. By the machine's own ticks, since clocks jump. */
final class Patience {
    private static final int REMEMBERED = 1_000;

    private final Duration longest;
    private final Map<String, Long> since = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    Patience(Duration longest) {
        this.longest = longest;
    }

    synchronized void begin(String what) {
        since.putIfAbsent(what, System.nanoTime());
    }

    synchronized boolean isOver(String what) {
        var begun = since.get(what);
        return begun != null && System.nanoTime() - begun > longest.toNanos();
    }
}
