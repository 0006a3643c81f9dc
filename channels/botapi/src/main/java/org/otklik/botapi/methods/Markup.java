package org.otklik.botapi.methods;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/**
 * The buttons of a message, checked.
 *
 * @param inline those below the message
 * @param keyboard those in place of the person's keyboard, or the word that these go
 */
record Markup(Optional<JsonObject> inline, Optional<JsonObject> keyboard) {
    private static final int MOST_BYTES = 64;
    private static final int MOST_BUTTONS = 100;
    private static final List<String> ACTIONS = List.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "copy_text");

    static Markup of(Parameters parameters, Chat chat) {
        var markup = parameters.object("reply_markup").filter(json -> !json.isEmpty());
        var inline = markup.filter(json -> json.containsKey("inline_keyboard"));
        inline.ifPresent(Markup::checkInline);
        var keyboard = markup.filter(json -> !json.containsKey("inline_keyboard"));
        keyboard.filter(json -> json.containsKey("keyboard")).ifPresent(json -> checkKeyboard(json, chat));
        return new Markup(
                inline.filter(json -> !json.getJsonArray("inline_keyboard").isEmpty()), keyboard);
    }

    private static void checkInline(JsonObject markup) {
        var buttons = buttons(markup, "inline_keyboard");
        if (buttons.size() > MOST_BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        }
        buttons.forEach(Markup::checkInlineButton);
    }

    private static void checkInlineButton(Object it) {
        if (!(it instanceof JsonObject button) || !(button.getValue("text") instanceof String text) || text.isBlank()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Field \"text\" must be non-empty");
        }
        if (ACTIONS.stream().noneMatch(button::containsKey)) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.containsKey("callback_data")) {
            int length = String.valueOf(button.getValue("callback_data")).getBytes(StandardCharsets.UTF_8).length;
            if (length == 0 || length > MOST_BYTES) {
                throw Refusal.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (button.getValue("url") instanceof String url && !url.contains("://") && !url.contains(".")) {
            throw Refusal.badRequest("BUTTON_URL_INVALID");
        }
    }

    private static void checkKeyboard(JsonObject markup, Chat chat) {
        for (var it : buttons(markup, "keyboard")) {
            var text = it instanceof JsonObject button ? button.getString("text", "") : String.valueOf(it);
            if (text.isBlank()) {
                throw Refusal.badRequest("can't parse keyboard button: Field \"text\" must be non-empty");
            }
            if (chat.isGroup() && it instanceof JsonObject button && button.getBoolean("request_contact", false)) {
                throw Refusal.badRequest("phone number can be requested in private chats only");
            }
        }
    }

    private static List<Object> buttons(JsonObject markup, String key) {
        if (!(markup.getValue(key) instanceof JsonArray rows)
                || rows.stream().anyMatch(row -> !(row instanceof JsonArray))) {
            throw Refusal.badRequest("can't parse reply keyboard markup JSON object");
        }
        return rows.stream().flatMap(row -> ((JsonArray) row).stream()).toList();
    }
}
