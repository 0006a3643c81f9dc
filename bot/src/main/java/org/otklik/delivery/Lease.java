package org.otklik.delivery;

import java.time.Instant;
import org.otklik.channels.OutboundMessage;

/**
 * A message that this node may send for a while.
 *
 * @param attempts how many times it has been leased, this time included: the fencing token by which its outcome is written
 * @param begun when it was leased
 */
record Lease(OutboundMessage message, int attempts, Instant begun) {}
