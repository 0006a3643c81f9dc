package org.otklik.channels.webchat;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A program in the place of the widget: sends what it is told, keeps what it gets. */
abstract class ChatClient {
    private final List<JsonObject> frames = new CopyOnWriteArrayList<>();

    /** Sends a frame, or what pretends to be one. */
    abstract void sendRaw(String text);

    abstract boolean isClosed();

    abstract void close();

    final void received(JsonObject frame) {
        frames.add(frame);
    }

    final void send(JsonObject frame) {
        sendRaw(frame.encode());
    }

    /** Says hello as a new visitor, and returns the token. */
    final String hello() {
        return hello(new JsonObject());
    }

    final String resume(String token, long lastSeen) {
        return hello(new JsonObject().put("token", token).put("lastSeen", lastSeen));
    }

    final String hello(JsonObject with) {
        send(new JsonObject().put("type", "hello").put("language", "ru").mergeIn(with));
        return first("welcome").getString("token");
    }

    final void say(String id, String text) {
        send(new JsonObject().put("type", "say").put("id", id).put("text", text));
    }

    final List<JsonObject> frames(String type) {
        return frames.stream()
                .filter(frame -> type.equals(frame.getString("type")))
                .toList();
    }

    /** Waits for a frame of a type. */
    final JsonObject first(String type) {
        return first(type, frame -> true);
    }

    final JsonObject first(String type, Predicate<JsonObject> which) {
        return await(type + " frame")
                .until(() -> frames(type).stream().filter(which).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    final JsonObject ack(String id) {
        return first("ack", frame -> id.equals(frame.getString("id")));
    }

    final JsonObject nack(String id) {
        return first("nack", frame -> id.equals(frame.getString("id")));
    }

    /** What came in, in order: the type of each frame with its text or id. */
    final List<String> order() {
        return frames.stream()
                .map(frame ->
                        frame.getString("type") + " " + frame.getString("text", String.valueOf(frame.getValue("id"))))
                .toList();
    }

    /** The texts of replies, in order of arrival. */
    final List<String> replies() {
        return frames("message").stream().map(frame -> frame.getString("text")).toList();
    }
}
