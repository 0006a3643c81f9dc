package org.otklik.botapi.methods;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.IntStream;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** Text with its formatting, checked as Telegram checks it. Offsets and lengths are in UTF-16 units. */
record Formatted(String text, JsonArray entities) {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;

    static Formatted text(Parameters parameters) {
        var read = read(parameters.text("text", ""), parameters.text("parse_mode", ""), parameters, "entities");
        if (read.text().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (read.text().length() > LONGEST_TEXT) {
            throw Refusal.badRequest("message is too long");
        }
        return read;
    }

    /** @param parameters with {@code caption} and the rest, or those of one part of an album */
    static Formatted caption(Parameters parameters) {
        var read =
                read(parameters.text("caption", ""), parameters.text("parse_mode", ""), parameters, "caption_entities");
        if (read.text().length() > LONGEST_CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        return read;
    }

    private static Formatted read(String raw, String mode, Parameters parameters, String entities) {
        if (!isWellFormed(raw)) {
            throw Refusal.badRequest("text must be encoded in UTF-8");
        }
        var read = switch (mode.toLowerCase(Locale.ROOT)) {
            case "" -> new Formatted(raw, parameters.array(entities).orElseGet(JsonArray::new));
            case "html" -> HtmlText.read(raw);
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
        read.entities().forEach(entity -> check(entity, read.text()));
        return new Formatted(read.text().stripTrailing(), read.entities());
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }

    private static void check(Object entity, String text) {
        if (!(entity instanceof JsonObject json)
                || !(json.getValue("type") instanceof String)
                || !(json.getValue("offset") instanceof Integer offset)
                || !(json.getValue("length") instanceof Integer length)) {
            throw Refusal.badRequest("can't parse MessageEntity");
        }
        if (offset < 0) {
            throw Refusal.badRequest("receive an entity with incorrect offset " + offset);
        }
        if (length < 0) {
            throw Refusal.badRequest("receive an entity with incorrect length " + length);
        }
        if (offset > text.length()) {
            throw Refusal.badRequest("entity begins after the end of the text at UTF-16 offset " + offset);
        }
        if (offset + length > text.length()) {
            throw Refusal.badRequest(
                    "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                            .formatted(offset, offset + length));
        }
        if (splits(text, offset)) {
            throw Refusal.badRequest("entity begins in a middle of a UTF-16 symbol");
        }
        if (splits(text, offset + length)) {
            throw Refusal.badRequest(
                    "entity beginning at UTF-16 offset " + offset + " ends in a middle of a UTF-16 symbol");
        }
    }

    private static boolean splits(String text, int at) {
        return IntStream.of(at)
                .filter(it -> it > 0 && it < text.length())
                .anyMatch(it -> Character.isSurrogatePair(text.charAt(it - 1), text.charAt(it)));
    }

    /** Into a Message, under the names that it has there. */
    JsonObject into(JsonObject message, String textKey, String entitiesKey) {
        if (!text.isEmpty()) {
            message.put(textKey, text);
        }
        return entities.isEmpty() ? message : message.put(entitiesKey, entities);
    }
}
