package org.otklik.botapi.chats;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** All chats that the bot could know of. */
public final class Chats {
    private static final long FIRST_GROUP = -1_001_000_000_001L;

    private final Monitor monitor;
    private final int firstNumber;
    private final Numbers numbers;
    private final Map<Long, Chat> chats = new LinkedHashMap<>();

    /** @param firstNumber of the messages */
    public Chats(Monitor monitor, int firstNumber) {
        this.monitor = monitor;
        this.firstNumber = firstNumber;
        this.numbers = new Numbers(firstNumber);
    }

    /** The chat with a person, where the bot may write only after the person has. */
    public Chat privateChat(JsonObject user) {
        return monitor.change(() -> chats.computeIfAbsent(user.getLong("id"), id -> {
            var json = user.copy().put("type", "private");
            json.remove("is_bot");
            json.remove("language_code");
            return new Chat(monitor, json, numbers, Access.STRANGER);
        }));
    }

    /** A new supergroup, with the bot in it. */
    public Chat group(String title) {
        return monitor.change(() -> {
            var json = new JsonObject()
                    .put("id", FIRST_GROUP - chats.size())
                    .put("title", title)
                    .put("type", "supergroup");
            return put(new Chat(monitor, json, new Numbers(firstNumber), Access.OPEN));
        });
    }

    /** A new group of the small kind, which can become a supergroup. */
    public Chat smallGroup(String title) {
        return monitor.change(() -> {
            var json = new JsonObject()
                    .put("id", -4_000_001L - chats.size())
                    .put("title", title)
                    .put("type", "group");
            return put(new Chat(monitor, json, numbers, Access.OPEN));
        });
    }

    /** Makes a supergroup of a small one: it gets another id, and the old one takes nothing more. */
    public Chat upgrade(Chat small) {
        return monitor.change(() -> {
            var large = group(small.json().getString("title"));
            small.moveTo(large);
            return large;
        });
    }

    private Chat put(Chat chat) {
        chats.put(chat.id(), chat);
        return chat;
    }

    public Optional<Chat> find(long id) {
        return monitor.look(() -> Optional.ofNullable(chats.get(id)));
    }

    public List<Chat> all() {
        return monitor.look(() -> List.copyOf(chats.values()));
    }

    /** The chat that a call names. */
    public Chat of(Parameters parameters) {
        var named = parameters.text("chat_id").orElseThrow(() -> Refusal.badRequest("chat_id is empty"));
        return (named.startsWith("@") ? byName(named.substring(1)) : byId(named))
                .orElseThrow(() -> Refusal.badRequest("chat not found"));
    }

    private Optional<Chat> byId(String id) {
        try {
            return find(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Chat> byName(String name) {
        return all().stream()
                .filter(Chat::isGroup)
                .filter(chat -> name.equalsIgnoreCase(chat.json().getString("username")))
                .findFirst();
    }

    /** The chat that a call names, where the bot may write. */
    public Chat writable(Parameters parameters) {
        var chat = of(parameters);
        chat.checkWritable();
        return chat;
    }
}
