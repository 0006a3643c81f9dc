package org.otklik.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A turn of a conversation that changed records: what "undo" takes back, and what a correction puts right.
 *
 * @param entries the records; empty where they can only be taken back
 */
public record Written(long turnId, Instant at, List<Entry> entries) {
    public Written {
        entries = List.copyOf(entries);
    }
}
