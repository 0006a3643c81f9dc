package org.otklik.botapi.chats;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A button as a person sees it.
 *
 * @param data what the bot gets when it is pressed; empty for a button that only says its label
 * @param asksPhone whether it sends the person's own phone number
 */
public record Button(String label, Optional<String> data, boolean asksPhone) {
    static List<Button> of(JsonObject markup) {
        return Stream.of("inline_keyboard", "keyboard")
                .flatMap(key -> markup.getJsonArray(key, new JsonArray()).stream())
                .flatMap(row -> ((JsonArray) row).stream())
                .map(Button::of)
                .toList();
    }

    private static Button of(Object button) {
        return button instanceof JsonObject json
                ? new Button(
                        json.getString("text"),
                        Optional.ofNullable(json.getString("callback_data")),
                        json.getBoolean("request_contact", false))
                : new Button(String.valueOf(button), Optional.empty(), false);
    }
}
