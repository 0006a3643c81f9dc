package org.otklik.botapi.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.wire.Upload;

/**
 * Somebody in a chat with the bot: alone with it, or {@link #in a group}. What the person does becomes updates; what is sent gives the
 * number of its message.
 */
public final class Person {
    private final World world;
    private final JsonObject user;
    private final Chat chat;

    Person(World world, JsonObject user, Chat chat) {
        this.world = world;
        this.user = user;
        this.chat = chat;
    }

    /** @param user as the Bot API shows it, with {@code id} and {@code first_name} at least */
    public static Person alone(World world, JsonObject user) {
        return new Person(world, user, world.chats().privateChat(user));
    }

    /** The same person, speaking elsewhere. */
    public Person in(Chat group) {
        return new Person(world, user, group);
    }

    public long id() {
        return user.getLong("id");
    }

    /** Where the person speaks. */
    public Chat chat() {
        return chat;
    }

    /** As the Bot API shows the person. */
    public JsonObject user() {
        return user.copy();
    }

    public int says(String text) {
        return sends(new JsonObject().put("text", text).mergeIn(Marks.in(text, "entities")));
    }

    public int says(String text, JsonArray entities) {
        return sends(new JsonObject().put("text", text).put("entities", entities));
    }

    public int repliesTo(int message, String text) {
        return sends(new JsonObject()
                .put("reply_to_message", quoted(message))
                .put("text", text)
                .mergeIn(Marks.in(text, "entities")));
    }

    private JsonObject quoted(int message) {
        var quoted = existing(message).json().copy();
        quoted.remove("reply_to_message");
        return quoted;
    }

    /** Puts a message of the person right; a file's caption if it is one. */
    public void edits(int message, String text) {
        world.monitor().change(() -> {
            var edited = existing(message).json().copy();
            boolean isText = edited.containsKey("text");
            edited.put(isText ? "text" : "caption", text).put("edit_date", now());
            edited.remove("entities");
            edited.remove("caption_entities");
            edited.mergeIn(Marks.in(text, isText ? "entities" : "caption_entities"));
            chat.edit(message, edited);
            offer("edited_message", edited);
        });
    }

    private ChatMessage existing(int message) {
        return chat.find(message)
                .orElseThrow(() -> new IllegalArgumentException("no message " + message + " in chat " + chat.id()));
    }

    public int sendsDocument(Upload file, String caption) {
        return sendsDocument(file, file.content().length(), caption);
    }

    /** @param size what is told of it, which may be more than it holds: above 20 MB the bot can't have it */
    public int sendsDocument(Upload file, long size, String caption) {
        var stored = world.files().add("documents", file, size);
        return sends(captioned(new JsonObject().put("document", stored.document()), caption));
    }

    public int sendsPhoto(Upload file, String caption) {
        return sends(captioned(photo(file), caption));
    }

    private JsonObject photo(Upload file) {
        var small =
                world.files().add("thumbnails", file).json().put("width", 90).put("height", 67);
        var large = world.files().add("photos", file).json().put("width", 1280).put("height", 960);
        return new JsonObject().put("photo", new JsonArray().add(small).add(large));
    }

    public int sendsVoice(Upload file, int seconds) {
        var voice =
                world.files().add("voice", file).json().put("duration", seconds).put("mime_type", file.type());
        return sends(new JsonObject().put("voice", voice));
    }

    public int sendsSticker(Upload file, String emoji) {
        var sticker = world.files()
                .add("stickers", file)
                .json()
                .put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", false)
                .put("emoji", emoji);
        return sends(new JsonObject().put("sticker", sticker));
    }

    public int sendsPlace(double latitude, double longitude) {
        return sends(new JsonObject()
                .put("location", new JsonObject().put("latitude", latitude).put("longitude", longitude)));
    }

    /** Somebody else's card from the address book. */
    public int sendsContact(String name, String phone) {
        return sends(new JsonObject()
                .put("contact", new JsonObject().put("phone_number", phone).put("first_name", name)));
    }

    /** The person's own number, for which Telegram vouches by the id in it. */
    public int sendsOwnContact(String phone) {
        return sends(new JsonObject().put("contact", ownCard(phone)));
    }

    private JsonObject ownCard(String phone) {
        return new JsonObject()
                .put("phone_number", phone)
                .put("first_name", user.getString("first_name"))
                .put("user_id", id());
    }

    /** Several files at once; each is a message, and they share a number. @return the numbers of the messages */
    public List<Integer> sendsAlbum(List<Upload> uploads, String caption) {
        return world.monitor().change(() -> {
            var numbers = new ArrayList<Integer>();
            var group = "13" + id() + world.files().count();
            for (var upload : uploads) {
                var content = upload.type().startsWith("image/")
                        ? photo(upload)
                        : new JsonObject()
                                .put(
                                        "document",
                                        world.files().add("documents", upload).document());
                content.put("media_group_id", group);
                numbers.add(sends(numbers.isEmpty() ? captioned(content, caption) : content));
            }
            return numbers;
        });
    }

    private static JsonObject captioned(JsonObject content, String caption) {
        return caption.isEmpty()
                ? content
                : content.put("caption", caption).mergeIn(Marks.in(caption, "caption_entities"));
    }

    /**
     * Sends whatever a Message can hold.
     *
     * @param content without number, sender, chat and date
     */
    public int sends(JsonObject content) {
        return world.monitor().change(() -> {
            if (!chat.isGroup()) {
                chat.open();
            }
            var message = new JsonObject().put("from", user).put("date", now()).mergeIn(content);
            var sent = chat.add(message, false, Optional.empty());
            offer("message", sent.json());
            return sent.id();
        });
    }

    /** Presses a button of the newest message of the bot that has such a one. @return as {@link #presses(int, String)} */
    public Optional<String> presses(String label) {
        var message = chat.fromBot().reversed().stream()
                .filter(it -> it.labels().contains(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no button \"" + label + "\" in chat " + chat.id()));
        return presses(message.id(), label);
    }

    /**
     * Presses a button of a message. One of the keyboard says its label, or sends a phone number.
     *
     * @return the id of the press, which the bot answers; empty for a button of the keyboard
     */
    public Optional<String> presses(int message, String label) {
        var button = existing(message).button(label);
        if (button.data().isPresent()) {
            return Optional.of(pressesData(message, button.data().get()));
        }
        if (button.asksPhone()) {
            sends(new JsonObject().put("reply_to_message", quoted(message)).put("contact", ownCard(ownPhone())));
        } else {
            says(label);
        }
        return Optional.empty();
    }

    /** A number of the person's own, made of the id. */
    public String ownPhone() {
        return "+7900%07d".formatted(id() % 10_000_000);
    }

    /** A press with any data, also such as no button has. @return the id of the press */
    public String pressesData(int message, String data) {
        return world.monitor().change(() -> {
            var id = world.callbacks().press();
            offer(
                    "callback_query",
                    new JsonObject()
                            .put("id", id)
                            .put("from", user)
                            .put("message", existing(message).json())
                            .put("chat_instance", String.valueOf(chat.id()))
                            .put("data", data));
            return id;
        });
    }

    /** Takes nothing more from the bot; in a group: throws it out. */
    public void blocks() {
        world.monitor().change(() -> {
            chat.shut();
            membership("member", "kicked");
        });
    }

    public void unblocks() {
        world.monitor().change(() -> {
            chat.open();
            membership("kicked", "member");
        });
    }

    private void membership(String before, String after) {
        offer(
                "my_chat_member",
                new JsonObject()
                        .put("chat", chat.json())
                        .put("from", user)
                        .put("date", now())
                        .put(
                                "old_chat_member",
                                new JsonObject().put("user", world.bot()).put("status", before))
                        .put(
                                "new_chat_member",
                                new JsonObject().put("user", world.bot()).put("status", after)));
    }

    private void offer(String kind, JsonObject content) {
        world.updates().offer(new JsonObject().put(kind, content));
    }

    private long now() {
        return world.clock().instant().getEpochSecond();
    }
}
