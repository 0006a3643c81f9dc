package org.otklik.conversation;

import java.time.Instant;

/**
 * The last turn of a conversation that changed records: what "undo" takes back.
 *
 * @param intent what it was for
 */
public record Written(long turnId, String intent, Instant at) {}
