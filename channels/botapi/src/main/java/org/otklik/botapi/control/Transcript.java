package org.otklik.botapi.control;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.chats.ChatMessage;

/** A chat as text. */
final class Transcript {
    private static final List<String> OTHERS = List.of("photo", "voice", "sticker", "location", "contact");

    private Transcript() {}

    static String of(Chat chat) {
        return chat.messages().stream().map(Transcript::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(ChatMessage message) {
        var entry = new StringBuilder(sender(message)).append(": ").append(message.text());
        file(message.json(), entry);
        entry.append('\n');
        if (!message.buttons().isEmpty()) {
            entry.append(message.labels().stream().collect(Collectors.joining("] [", "  [", "]\n")));
        }
        return entry.toString();
    }

    private static String sender(ChatMessage message) {
        return message.json().getJsonObject("from", new JsonObject()).getString("first_name", "");
    }

    private static void file(JsonObject message, StringBuilder entry) {
        if (message.getValue("document") instanceof JsonObject document) {
            entry.append(" (").append(document.getString("file_name")).append(')');
        }
        OTHERS.stream()
                .filter(message::containsKey)
                .forEach(kind -> entry.append(" (").append(kind).append(')'));
    }
}
