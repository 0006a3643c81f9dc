package org.otklik.botapi.methods;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** The commands that a bot's menu offers, for each scope and each language. */
public final class Commands {
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final int MOST = 100;
    private static final int LONGEST = 256;
    private static final String ALL = "default";

    private final Monitor monitor;
    private final Map<Key, JsonArray> lists = new HashMap<>();

    private record Key(String scope, String language) {}

    public Commands(Monitor monitor) {
        this.monitor = monitor;
    }

    /** Those for everybody with a language; the empty text is for all languages without a list of their own. */
    public Map<String, String> of(String language) {
        return monitor.look(() -> {
            var commands = new HashMap<String, String>();
            lists.getOrDefault(new Key(ALL, language), new JsonArray()).forEach(it -> {
                if (it instanceof JsonObject command) {
                    commands.put(command.getString("command"), command.getString("description"));
                }
            });
            return commands;
        });
    }

    public void addTo(Methods methods) {
        methods.add("setMyCommands", parameters -> {
            var commands = parameters.array("commands").orElseGet(JsonArray::new);
            if (commands.size() > MOST) {
                throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
            }
            commands.forEach(Commands::check);
            lists.put(key(parameters), commands);
            return true;
        });
        methods.add("getMyCommands", parameters -> lists.getOrDefault(key(parameters), new JsonArray()));
        methods.add("deleteMyCommands", parameters -> {
            lists.remove(key(parameters));
            return true;
        });
    }

    private static Key key(Parameters parameters) {
        var language = parameters.text("language_code", "");
        if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
            throw Refusal.badRequest("LANG_CODE_INVALID");
        }
        return new Key(parameters.object("scope").map(Commands::scope).orElse(ALL), language);
    }

    /** Its type and what else it names, so that two chats are two scopes. */
    private static String scope(JsonObject scope) {
        return Optional.of(scope.getString("type", ALL))
                .filter(type -> scope.size() == 1)
                .orElseGet(scope::encode);
    }

    private static void check(Object it) {
        if (!(it instanceof JsonObject command)) {
            throw Refusal.badRequest("can't parse BotCommand");
        }
        if (!COMMAND.matcher(command.getString("command", "")).matches()) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        int length = command.getString("description", "").length();
        if (length == 0 || length > LONGEST) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }
}
