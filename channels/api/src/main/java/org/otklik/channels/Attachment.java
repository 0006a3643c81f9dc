package org.otklik.channels;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A file that came or goes with a message.
 *
 * @param name the name as the sender gave it, cleaned for display; never used as a path
 * @param mediaType for instance {@code image/jpeg}; the sender's word, unless the channel looked at the bytes
 * @param content the bytes
 * @param inline how it is shown within the text of a message that goes out; empty for a file beside it
 */
public record Attachment(String name, String mediaType, Buffer content, Optional<Inline> inline) {
    /**
     * A picture within a text.
     *
     * @param contentId its name within the message: letters, digits, dots and dashes
     * @param alternative what it shows, in words, for those who don't see it
     */
    public record Inline(String contentId, String alternative) {}

    /** A file beside the text. */
    public Attachment(String name, String mediaType, Buffer content) {
        this(name, mediaType, content, Optional.empty());
    }
}
