package org.otklik.botapi.chats;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Refusal;

/** A private chat or a group, with all that was written there, as its people see it. */
public final class Chat {
    private final Monitor monitor;
    private final JsonObject json;
    private final Numbers numbers;
    private final Map<Integer, ChatMessage> messages = new LinkedHashMap<>();
    private final List<String> actions = new ArrayList<>();
    private Access access;
    private Optional<Long> successor = Optional.empty();
    private int handedOut;

    Chat(Monitor monitor, JsonObject json, Numbers numbers, Access access) {
        this.monitor = monitor;
        this.json = json;
        this.numbers = numbers;
        this.access = access;
    }

    public long id() {
        return json.getLong("id");
    }

    /** As the Bot API shows it. */
    public JsonObject json() {
        return json.copy();
    }

    public boolean isGroup() {
        return !json.getString("type").equals("private");
    }

    /** All messages that are not deleted, whoever wrote them. */
    public List<ChatMessage> messages() {
        return monitor.look(
                () -> messages.values().stream().filter(it -> !it.isDeleted()).toList());
    }

    /** What the bot wrote and did not delete, oldest first, as it stands now. */
    public List<ChatMessage> fromBot() {
        return messages().stream().filter(ChatMessage::isBots).toList();
    }

    public Optional<ChatMessage> find(int message) {
        return monitor.look(() -> Optional.ofNullable(messages.get(message)));
    }

    /** Each message of the bot once, in order; waits for the next where there is none yet. */
    public ChatMessage next(Duration patience) {
        return monitor.await(patience, "a message of the bot in chat " + id(), () -> {
            var all = fromBot();
            return handedOut < all.size() ? Optional.of(all.get(handedOut++)) : Optional.empty();
        });
    }

    /** Waits until the bot has written so many, in all. */
    public List<ChatMessage> awaitCount(int count, Duration patience) {
        return monitor.await(
                patience,
                count + " messages of the bot in chat " + id(),
                () -> Optional.of(fromBot()).filter(all -> all.size() >= count));
    }

    /** Waits for a message of the bot such as this, which may come by an edit. */
    public ChatMessage await(Duration patience, Predicate<ChatMessage> wanted) {
        return monitor.await(
                patience,
                "a certain message of the bot in chat " + id(),
                () -> fromBot().stream().filter(wanted).findFirst());
    }

    /** What the bot was seen doing: {@code typing} and the like. */
    public List<String> actions() {
        return monitor.look(() -> List.copyOf(actions));
    }

    public List<String> awaitActions(int count, Duration patience) {
        return monitor.await(
                patience,
                count + " actions of the bot in chat " + id(),
                () -> Optional.of(actions()).filter(all -> all.size() >= count));
    }

    public void act(String action) {
        monitor.change(() -> actions.add(action));
    }

    /** Writes a message down, with its number and its chat. */
    public ChatMessage add(JsonObject content, boolean isBots, Optional<JsonObject> keyboard) {
        return monitor.change(() -> {
            int id = numbers.next();
            var message = ChatMessage.first(
                    new JsonObject().put("message_id", id).put("chat", json()).mergeIn(content), isBots, keyboard);
            messages.put(id, message);
            return message;
        });
    }

    public ChatMessage edit(int id, JsonObject now) {
        return monitor.change(() -> {
            var edited = existing(id).edited(now);
            messages.put(id, edited);
            return edited;
        });
    }

    public void delete(int id) {
        monitor.change(() -> messages.put(id, existing(id).deleted()));
    }

    private ChatMessage existing(int id) {
        var message = messages.get(id);
        if (message == null) {
            throw new IllegalArgumentException("no message " + id + " in chat " + id());
        }
        return message;
    }

    /** @throws Refusal when the bot may not write here */
    public void checkWritable() {
        successor.ifPresent(id -> {
            throw Refusal.migrated(id);
        });
        access.check();
    }

    public void open() {
        monitor.change(() -> access = Access.OPEN);
    }

    /** The person, or the group, takes nothing more from the bot. */
    public void shut() {
        monitor.change(() -> access = isGroup() ? Access.KICKED : Access.BLOCKED);
    }

    public boolean isOpen() {
        return monitor.look(() -> access == Access.OPEN);
    }

    void moveTo(Chat other) {
        successor = Optional.of(other.id());
    }
}
