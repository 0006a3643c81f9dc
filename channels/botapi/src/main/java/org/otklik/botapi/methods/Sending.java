package org.otklik.botapi.methods;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.limits.Limits;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** Puts what the bot sends into its chat, after all checks. */
final class Sending {
    private final Chats chats;
    private final Limits limits;
    private final JsonObject bot;
    private final Clock clock;

    Sending(Chats chats, Limits limits, JsonObject bot, Clock clock) {
        this.chats = chats;
        this.limits = limits;
        this.bot = bot;
        this.clock = clock;
    }

    JsonObject send(Parameters parameters, JsonObject content) {
        return send(parameters, List.of(content)).getFirst();
    }

    /** @param contents one message each */
    List<JsonObject> send(Parameters parameters, List<JsonObject> contents) {
        var chat = chats.writable(parameters);
        var markup = Markup.of(parameters, chat);
        var answered = answered(parameters, chat);
        limits.admit(chat.id(), chat.isGroup(), contents.size());
        return contents.stream()
                .map(content -> {
                    var message = new JsonObject()
                            .put("from", bot)
                            .put("date", clock.instant().getEpochSecond())
                            .mergeIn(content);
                    answered.ifPresent(it -> message.put("reply_to_message", it));
                    markup.inline().ifPresent(it -> message.put("reply_markup", it));
                    return chat.add(message, true, markup.keyboard()).json();
                })
                .toList();
    }

    private static Optional<JsonObject> answered(Parameters parameters, Chat chat) {
        var reply = parameters.object("reply_parameters").orElseGet(JsonObject::new);
        var id = Optional.ofNullable(reply.getLong("message_id")).or(() -> parameters.number("reply_to_message_id"));
        var message = id.flatMap(number -> chat.find(number.intValue())).filter(it -> !it.isDeleted());
        boolean isOptional =
                reply.getBoolean("allow_sending_without_reply", false) || parameters.is("allow_sending_without_reply");
        if (id.isPresent() && message.isEmpty() && !isOptional) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return message.map(ChatMessage::json).map(json -> {
            var copy = json.copy();
            copy.remove("reply_to_message");
            return copy;
        });
    }
}
