package org.otklik.botapi.chats;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stands in a chat now.
 *
 * @param json the Message of the Bot API
 * @param isBots whether the bot wrote it
 * @param keyboard what the bot put in place of the keyboard with it
 * @param earlier what it said before each edit
 */
public record ChatMessage(
        JsonObject json, boolean isBots, Optional<JsonObject> keyboard, List<String> earlier, boolean isDeleted) {

    public ChatMessage {
        earlier = List.copyOf(earlier);
    }

    static ChatMessage first(JsonObject json, boolean isBots, Optional<JsonObject> keyboard) {
        return new ChatMessage(json, isBots, keyboard, List.of(), false);
    }

    ChatMessage edited(JsonObject now) {
        var texts = new ArrayList<>(earlier);
        texts.add(text());
        return new ChatMessage(now, isBots, keyboard, texts, isDeleted);
    }

    ChatMessage deleted() {
        return new ChatMessage(json, isBots, keyboard, earlier, true);
    }

    public int id() {
        return json.getInteger("message_id");
    }

    /** The text, or the caption of a file. */
    public String text() {
        return json.getString("text", json.getString("caption", ""));
    }

    /** Those below it, and those of the keyboard that came with it. */
    public List<Button> buttons() {
        var all = new ArrayList<>(Button.of(json.getJsonObject("reply_markup", new JsonObject())));
        keyboard.map(Button::of).ifPresent(all::addAll);
        return all;
    }

    public List<String> labels() {
        return buttons().stream().map(Button::label).toList();
    }

    public Button button(String label) {
        return buttons().stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no button \"" + label + "\" among " + labels()));
    }

    /** The message that this one answers. */
    public Optional<Integer> repliesTo() {
        return Optional.ofNullable(json.getJsonObject("reply_to_message")).map(it -> it.getInteger("message_id"));
    }
}
