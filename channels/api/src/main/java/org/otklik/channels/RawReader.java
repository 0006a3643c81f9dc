package org.otklik.channels;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/** Reads one message in the form in which its medium delivers it, without a connection. Never throws, whatever the bytes are. */
public interface RawReader {
    InboundMessage read(Buffer raw, Instant receivedAt);
}
