package org.otklik.botapi.wire;

import io.vertx.core.buffer.Buffer;

/** A file within a request. */
public record Upload(String name, String type, Buffer content) {}
