package org.otklik.channels;

import io.vertx.core.buffer.Buffer;

/**
 * A file that came with a message.
 *
 * @param name the name as the sender gave it, cleaned for display; never used as a path
 * @param mediaType the type as declared, for instance {@code image/jpeg}
 * @param content the bytes
 */
public record Attachment(String name, String mediaType, Buffer content) {}
