package org.otklik.channels.webchat;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.webchat.ClientFrame.Code;
import org.otklik.channels.webchat.ClientFrame.Hello;
import org.otklik.channels.webchat.ClientFrame.Pong;
import org.otklik.channels.webchat.ClientFrame.PressButton;
import org.otklik.channels.webchat.ClientFrame.Say;
import org.otklik.channels.webchat.ClientFrame.Seen;
import org.otklik.channels.webchat.ClientFrame.Unreadable;
import org.otklik.i18n.Language;

/** Reads frames from JSON. Whatever a client sends, the outcome is a frame. */
final class ClientFrameReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int LONGEST_TOKEN = 512;

    private ClientFrameReader() {}

    static ClientFrame read(String text) {
        try {
            var json = new JsonObject(text);
            return frame(string(json, "type").orElse(""), json).orElseGet(Unreadable::new);
        } catch (DecodeException e) {
            return new Unreadable();
        }
    }

    private static Optional<ClientFrame> frame(String type, JsonObject json) {
        return switch (type) {
            case "hello" -> Optional.of(hello(json));
            case "say" -> id(json).flatMap(id -> words(json, "text").map(text -> new Say(id, text)));
            case "press" -> id(json).flatMap(id -> press(id, json));
            case "code" ->
                id(json).flatMap(id -> words(json, "code")
                        .filter(code -> code.length() <= LONGEST_TOKEN)
                        .map(code -> new Code(id, code)));
            case "seen" -> whole(json, "message").map(Seen::new);
            case "pong" -> Optional.of(new Pong());
            default -> Optional.empty();
        };
    }

    private static Optional<ClientFrame> press(String id, JsonObject json) {
        return whole(json, "message")
                .flatMap(message -> whole(json, "button")
                        .filter(button -> button <= Integer.MAX_VALUE)
                        .map(button -> new PressButton(id, message, button.intValue())));
    }

    private static Hello hello(JsonObject json) {
        return new Hello(
                string(json, "token").filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN),
                whole(json, "lastSeen").orElse(0L),
                string(json, "language").flatMap(Language::of));
    }

    private static Optional<String> id(JsonObject json) {
        return string(json, "id").filter(id -> ID.matcher(id).matches());
    }

    private static Optional<String> words(JsonObject json, String key) {
        return string(json, key).filter(text -> !text.isBlank());
    }

    private static Optional<String> string(JsonObject json, String key) {
        return json.getValue(key) instanceof String string ? Optional.of(string) : Optional.empty();
    }

    /** A number from 0 without a fraction. */
    private static Optional<Long> whole(JsonObject json, String key) {
        return switch (json.getValue(key)) {
            case Integer number when number >= 0 -> Optional.of(number.longValue());
            case Long number when number >= 0 -> Optional.of(number);
            case null, default -> Optional.empty();
        };
    }
}
