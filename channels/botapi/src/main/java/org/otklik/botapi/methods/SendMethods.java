package org.otklik.botapi.methods;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.files.Files;
import org.otklik.botapi.files.StoredFile;
import org.otklik.botapi.limits.Limits;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** Messages, files and albums that a bot sends. */
public final class SendMethods {
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location");
    private static final int MOST_OF_ALBUM = 10;

    private final Chats chats;
    private final Files files;
    private final Sending sending;
    private int albums;

    public SendMethods(Chats chats, Files files, Limits limits, JsonObject bot, Clock clock) {
        this.chats = chats;
        this.files = files;
        this.sending = new Sending(chats, limits, bot, clock);
    }

    public void addTo(Methods methods) {
        methods.add("sendMessage", this::sendMessage);
        for (var kind : List.of("document", "photo", "voice", "audio", "video")) {
            methods.add("send" + kind, parameters -> sendFile(parameters, kind));
        }
        methods.add("sendMediaGroup", this::sendAlbum);
        methods.add("sendChatAction", this::act);
        methods.add("getFile", parameters -> files.describe(parameters.text("file_id", "")));
    }

    private JsonObject sendMessage(Parameters parameters) {
        return sending.send(parameters, Formatted.text(parameters).into(new JsonObject(), "text", "entities"));
    }

    private JsonObject sendFile(Parameters parameters, String kind) {
        chats.writable(parameters);
        return sending.send(parameters, content(parameters, kind, kind));
    }

    /** @param key of the parameter that names the file */
    private JsonObject content(Parameters parameters, String key, String kind) {
        var caption = Formatted.caption(parameters);
        var file = file(parameters, key, kind);
        var content = new JsonObject();
        if (kind.equals("photo")) {
            content.put("photo", Pictures.sizes(file));
        } else {
            content.put(kind, file.document());
        }
        return caption.into(content, "caption", "caption_entities");
    }

    private StoredFile file(Parameters parameters, String key, String kind) {
        var upload = parameters.file(key);
        if (upload.isPresent()) {
            if (upload.get().content().length() == 0) {
                throw Refusal.badRequest("file must be non-empty");
            }
            if (kind.equals("photo")) {
                Pictures.check(upload.get().content());
            }
            return files.add(kind + "s", upload.get());
        }
        return files.find(parameters
                .text(key)
                .orElseThrow(() -> Refusal.badRequest("there is no %s in the request".formatted(kind))));
    }

    private JsonArray sendAlbum(Parameters parameters) {
        chats.writable(parameters);
        var media = parameters.array("media").orElseGet(JsonArray::new);
        if (media.isEmpty() || media.size() > MOST_OF_ALBUM) {
            throw Refusal.badRequest(media.isEmpty() ? "media is empty" : "too many messages to send as an album");
        }
        var id = String.valueOf(13_000_000_000_000_000L + albums++);
        var contents = new ArrayList<JsonObject>();
        for (var part : media) {
            if (!(part instanceof JsonObject json) || !(json.getValue("type") instanceof String kind)) {
                throw Refusal.badRequest("can't parse InputMedia");
            }
            var own = parameters.attached(json.getString("media", ""));
            var described =
                    new Parameters(json, own.map(file -> Map.of("media", file)).orElseGet(Map::of));
            contents.add(content(described, "media", kind).put("media_group_id", id));
        }
        return new JsonArray(sending.send(parameters, contents));
    }

    private boolean act(Parameters parameters) {
        var chat = chats.writable(parameters);
        var action = parameters.text("action", "");
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        chat.act(action);
        return true;
    }
}
