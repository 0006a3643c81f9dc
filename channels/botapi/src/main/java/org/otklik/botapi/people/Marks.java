package org.otklik.botapi.people;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What Telegram marks by itself in what people write: commands, names, addresses. */
final class Marks {
    private static final Pattern MARK = Pattern.compile(
            "(?<![\\w/@])(?:(?<command>/[A-Za-z0-9_]{1,32}(?:@\\w{3,32})?)|(?<mention>@[A-Za-z]\\w{3,31})"
                    + "|(?<email>[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w)|(?<url>https?://\\S+))(?!\\w)");

    private static final List<String> KINDS = List.of("command", "mention", "email", "url");

    private Marks() {}

    /** @return an object with the entities under a key, or an empty one */
    static JsonObject in(String text, String key) {
        var entities = new JsonArray();
        var found = MARK.matcher(text);
        while (found.find()) {
            entities.add(new JsonObject()
                    .put("type", type(found))
                    .put("offset", found.start())
                    .put("length", found.end() - found.start()));
        }
        return entities.isEmpty() ? new JsonObject() : new JsonObject().put(key, entities);
    }

    private static String type(MatchResult found) {
        return KINDS.stream()
                .filter(kind -> found.group(kind) != null)
                .findFirst()
                .map(kind -> kind.equals("command") ? "bot_command" : kind)
                .orElseThrow();
    }
}
