package org.otklik.botapi.methods;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.util.stream.Stream;
import org.otklik.botapi.files.StoredFile;
import org.otklik.botapi.wire.Refusal;

/** What tells a picture from other files, without looking into it. */
final class Pictures {
    private Pictures() {}

    /** @throws Refusal when it begins like no picture that Telegram takes */
    static void check(Buffer content) {
        boolean isPicture = Stream.of(
                        bytes(0xFF, 0xD8, 0xFF),
                        bytes(0x89, 'P', 'N', 'G'),
                        bytes('G', 'I', 'F'),
                        bytes('R', 'I', 'F', 'F'))
                .anyMatch(start -> content.length() >= start.length()
                        && content.getBuffer(0, start.length()).equals(start));
        if (!isPicture) {
            throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
        }
    }

    private static Buffer bytes(int... values) {
        var buffer = Buffer.buffer();
        for (int value : values) {
            buffer.appendByte((byte) value);
        }
        return buffer;
    }

    /** A photo comes in several sizes, the largest last. */
    static JsonArray sizes(StoredFile file) {
        return new JsonArray().add(file.json().put("width", 1280).put("height", 960));
    }
}
