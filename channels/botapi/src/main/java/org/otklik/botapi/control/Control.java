package org.otklik.botapi.control;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.chats.Chat;
import org.otklik.botapi.people.Person;
import org.otklik.botapi.people.World;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;
import org.otklik.botapi.wire.Upload;

/**
 * Lets people without Telegram talk to the bot, with curl or a browser: {@code say}, {@code send} and {@code press} do something as
 * somebody, {@code chat} shows what that somebody has received. Who is named for the first time is new.
 */
public final class Control {
    public static final String PATH = "/stand-in/";

    /** Telegram's ids of people have room for many names. */
    private static final long IDS = 1L << 40;

    private final World world;
    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Chat> groups = new HashMap<>();

    public Control(World world) {
        this.world = world;
    }

    public void handle(HttpServerRequest request, Parameters parameters) {
        var response = request.response().putHeader("Content-Type", "text/plain; charset=utf-8");
        try {
            response.end(world.monitor().change(() -> answer(request.path().substring(PATH.length()), parameters)));
        } catch (Refusal | IllegalArgumentException e) {
            response.setStatusCode(400).end(e.getMessage() + "\n");
        }
    }

    private String answer(String what, Parameters parameters) {
        var person = person(parameters);
        return switch (what) {
            case "say" -> sent(person.says(parameters.text("text", "")));
            case "send" -> sent(send(person, parameters));
            case "press" -> {
                person.presses(parameters.text("label", ""));
                yield "pressed\n";
            }
            case "block" -> {
                person.blocks();
                yield "blocked\n";
            }
            case "chat" -> Transcript.of(person.chat());
            default -> throw new IllegalArgumentException("there are say, send, press, block and chat");
        };
    }

    private static String sent(int message) {
        return "message " + message + "\n";
    }

    private static int send(Person person, Parameters parameters) {
        var caption = parameters.text("caption", "");
        var kind = parameters.text("kind", "document");
        return switch (kind) {
            case "document" -> person.sendsDocument(file(parameters), caption);
            case "photo" -> person.sendsPhoto(file(parameters), caption);
            case "voice" -> person.sendsVoice(file(parameters), 1);
            case "sticker" -> person.sendsSticker(file(parameters), caption);
            case "location" -> person.sendsPlace(degrees(parameters, "latitude"), degrees(parameters, "longitude"));
            case "contact" ->
                parameters
                        .text("phone")
                        .map(phone -> parameters
                                .text("of")
                                .map(name -> person.sendsContact(name, phone))
                                .orElseGet(() -> person.sendsOwnContact(phone)))
                        .orElseThrow(() -> new IllegalArgumentException("phone is missing"));
            default -> throw new IllegalArgumentException("nothing is a " + kind);
        };
    }

    private static Upload file(Parameters parameters) {
        return parameters.file("file").orElseThrow(() -> new IllegalArgumentException("file is missing"));
    }

    private static double degrees(Parameters parameters, String name) {
        return Double.parseDouble(
                parameters.text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing")));
    }

    private Person person(Parameters parameters) {
        var name = parameters.text("user").orElseThrow(() -> new IllegalArgumentException("user is missing"));
        var person = people.computeIfAbsent(name, it -> Person.alone(world, user(it, parameters)));
        return parameters
                .text("chat")
                .map(title -> groups.computeIfAbsent(title, world.chats()::group))
                .map(person::in)
                .orElse(person);
    }

    /** The id depends on the name alone, so that somebody stays the same when the stand-in starts anew. */
    private static JsonObject user(String key, Parameters parameters) {
        long id = Optional.of(key)
                .filter(it -> it.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElseGet(() -> IDS + Integer.toUnsignedLong(key.hashCode()));
        var user = new JsonObject()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", parameters.text("name", key))
                .put("language_code", parameters.text("language", "en"));
        return key.matches("[A-Za-z]\\w{3,31}") ? user.put("username", key) : user;
    }
}
