package org.otklik.botapi.files;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A file that somebody sent.
 *
 * @param path under which a bot downloads it
 * @param size as it is told, which may be more than the content: a test need not hold 30 MB
 */
public record StoredFile(String id, String path, String name, String type, long size, Buffer content) {
    /** What all objects with a file say of it. */
    public JsonObject json() {
        return new JsonObject()
                .put("file_id", id)
                .put("file_unique_id", "U" + id)
                .put("file_size", size);
    }

    /** As a Document. */
    public JsonObject document() {
        return json().put("file_name", name).put("mime_type", type);
    }
}
