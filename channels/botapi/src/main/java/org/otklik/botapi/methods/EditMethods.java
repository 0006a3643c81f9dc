package org.otklik.botapi.methods;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Objects;
import org.otklik.botapi.chats.Callbacks;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** What a bot does to messages that are there, and to presses of their buttons. */
public final class EditMethods {
    private static final int LONGEST_ANSWER = 200;

    private final Chats chats;
    private final Callbacks callbacks;
    private final Clock clock;

    public EditMethods(Chats chats, Callbacks callbacks, Clock clock) {
        this.chats = chats;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    public void addTo(Methods methods) {
        methods.add("editMessageText", this::editText);
        methods.add("editMessageCaption", this::editCaption);
        methods.add("editMessageReplyMarkup", this::editMarkup);
        methods.add("deleteMessage", this::delete);
        methods.add("answerCallbackQuery", this::answerPress);
    }

    private JsonObject editText(Parameters parameters) {
        var chat = chats.writable(parameters);
        var formatted = Formatted.text(parameters);
        var message = editable(parameters, chat);
        if (!message.json().containsKey("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        var edited = without(message.json(), "text", "entities");
        return edit(chat, message, Markup.of(parameters, chat), formatted.into(edited, "text", "entities"));
    }

    private JsonObject editCaption(Parameters parameters) {
        var chat = chats.writable(parameters);
        var formatted = Formatted.caption(parameters);
        var message = editable(parameters, chat);
        var edited = without(message.json(), "caption", "caption_entities");
        return edit(chat, message, Markup.of(parameters, chat), formatted.into(edited, "caption", "caption_entities"));
    }

    private JsonObject editMarkup(Parameters parameters) {
        var chat = chats.writable(parameters);
        var message = editable(parameters, chat);
        return edit(chat, message, Markup.of(parameters, chat), message.json().copy());
    }

    /** Without new buttons the old ones go. */
    private JsonObject edit(Chat chat, ChatMessage message, Markup markup, JsonObject edited) {
        edited.remove("reply_markup");
        markup.inline().ifPresent(it -> edited.put("reply_markup", it));
        var before = message.json();
        boolean isSame = edited.fieldNames().equals(before.fieldNames())
                && edited.fieldNames().stream()
                        .allMatch(key -> Objects.equals(edited.getValue(key), before.getValue(key)));
        if (isSame) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }
        return chat.edit(message.id(), edited.put("edit_date", clock.instant().getEpochSecond()))
                .json();
    }

    private static JsonObject without(JsonObject json, String... keys) {
        var copy = json.copy();
        for (var key : keys) {
            copy.remove(key);
        }
        return copy;
    }

    private static ChatMessage editable(Parameters parameters, Chat chat) {
        var message = named(parameters, chat, "message to edit not found");
        if (!message.isBots()) {
            throw Refusal.badRequest("message can't be edited");
        }
        return message;
    }

    private static ChatMessage named(Parameters parameters, Chat chat, String otherwise) {
        var id = parameters
                .number("message_id")
                .orElseThrow(() -> Refusal.badRequest("message identifier is not specified"));
        return chat.find(id.intValue()).filter(it -> !it.isDeleted()).orElseThrow(() -> Refusal.badRequest(otherwise));
    }

    private boolean delete(Parameters parameters) {
        var chat = chats.writable(parameters);
        var message = named(parameters, chat, "message to delete not found");
        if (!message.isBots() && chat.isGroup()) {
            throw Refusal.badRequest("message can't be deleted");
        }
        chat.delete(message.id());
        return true;
    }

    private boolean answerPress(Parameters parameters) {
        var text = parameters.text("text", "");
        if (text.length() > LONGEST_ANSWER) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        callbacks.answer(
                parameters.text("callback_query_id", ""), new Callbacks.Answer(text, parameters.is("show_alert")));
        return true;
    }
}
