package org.otklik.channels.telegram.incoming;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts how often something failed, of the last things that did. */
final class Tries {
    private static final int REMEMBERED = 1_000;

    private final int most;
    private final Map<String, Integer> failed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    Tries(int most) {
        this.most = most;
    }

    synchronized void count(String what) {
        failed.merge(what, 1, Integer::sum);
    }

    synchronized boolean areOver(String what) {
        return failed.getOrDefault(what, 0) >= most;
    }
}
