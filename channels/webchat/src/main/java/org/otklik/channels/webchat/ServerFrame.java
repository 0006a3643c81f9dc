package org.otklik.channels.webchat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.channels.Button;
import org.otklik.channels.OutboundMessage.Author;
import org.otklik.channels.Press;

/** What the server says to a widget. */
sealed interface ServerFrame {
    /** The answer to a hello: the session's token, and what was written after the widget's last seen reply. */
    record Welcome(String token, List<ServerFrame> history) implements ServerFrame {}

    /** A submission is safe. */
    record Ack(String id, boolean isDuplicate) implements ServerFrame {}

    /** A submission was not taken. */
    record Nack(String id, Complaint complaint) implements ServerFrame {}

    /** A reply. */
    record Message(long id, Author author, String text, List<Button> buttons, Instant at) implements ServerFrame {}

    /** What the visitor wrote, in another tab or earlier. The id is the widget's own. */
    record Said(String id, String text, Optional<Press> press, Instant at) implements ServerFrame {}

    /** A reply is being prepared. */
    record Typing() implements ServerFrame {}

    /** The visitor has looked at the replies up to this one in another tab. */
    record Seen(long message) implements ServerFrame {}

    /** Wants a pong. */
    record Ping() implements ServerFrame {}

    /** Something is wrong with the connection itself. */
    record Failure(Complaint complaint) implements ServerFrame {}

    /**
     * What went wrong, for the widget and for the visitor.
     *
     * @param after how long to wait before the next try; zero leaves it to the widget
     */
    record Complaint(Trouble trouble, String text, Duration after) {
        private JsonObject into(JsonObject frame, String key) {
            frame.put(key, trouble.code()).put("text", text);
            return after.isZero() ? frame : frame.put("after", after.toSeconds() + 1);
        }
    }

    default String json() {
        return toJson().encode();
    }

    private JsonObject toJson() {
        return switch (this) {
            case Welcome(var token, var history) ->
                frame("welcome")
                        .put("token", token)
                        .put(
                                "history",
                                new JsonArray(history.stream()
                                        .map(ServerFrame::toJson)
                                        .toList()));
            case Ack(var id, var isDuplicate) ->
                frame("ack").put("id", id).put("result", isDuplicate ? "duplicate" : "stored");
            case Nack(var id, var complaint) -> complaint.into(frame("nack").put("id", id), "reason");
            case Message(var id, var author, var text, var buttons, var at) ->
                frame("message")
                        .put("id", id)
                        .put("author", author.name().toLowerCase(Locale.ROOT))
                        .put("text", text)
                        .put(
                                "buttons",
                                new JsonArray(
                                        buttons.stream().map(Button::label).toList()))
                        .put("at", at.toString());
            case Said(var id, var text, var press, var at) -> {
                var said = frame("said").put("id", id).put("text", text).put("at", at.toString());
                yield press.map(it -> said.put("message", it.messageId()).put("button", it.button()))
                        .orElse(said);
            }
            case Typing() -> frame("typing");
            case Seen(var message) -> frame("seen").put("message", message);
            case Ping() -> frame("ping");
            case Failure(var complaint) -> complaint.into(frame("error"), "code");
        };
    }

    private static JsonObject frame(String type) {
        return new JsonObject().put("type", type);
    }
}
