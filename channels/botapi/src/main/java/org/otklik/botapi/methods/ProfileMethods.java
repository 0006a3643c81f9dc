package org.otklik.botapi.methods;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.botapi.chats.Chats;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** What a bot asks and says about itself, and what it asks about others. */
public final class ProfileMethods {
    private final JsonObject bot;
    private final Chats chats;
    private final Map<String, String> texts = new HashMap<>();

    public ProfileMethods(JsonObject bot, Chats chats) {
        this.bot = bot;
        this.chats = chats;
    }

    public void addTo(Methods methods) {
        methods.add(
                "getMe",
                parameters -> bot.copy()
                        .put("can_join_groups", true)
                        .put("can_read_all_group_messages", true)
                        .put("supports_inline_queries", false)
                        .put("can_connect_to_business", false)
                        .put("has_main_web_app", false));
        methods.add("getChat", parameters -> chats.of(parameters).json().put("accent_color_id", 0));
        methods.add("getChatMember", this::member);
        methods.add("leaveChat", parameters -> {
            chats.writable(parameters).shut();
            return true;
        });
        addText(methods, "Name", "name");
        addText(methods, "Description", "description");
        addText(methods, "ShortDescription", "short_description");
        for (var name : List.of("setChatMenuButton", "setMyDefaultAdministratorRights", "logOut", "close")) {
            methods.add(name, parameters -> true);
        }
    }

    private void addText(Methods methods, String name, String parameter) {
        methods.add("setMy" + name, parameters -> {
            texts.put(key(parameters, parameter), parameters.text(parameter, ""));
            return true;
        });
        methods.add(
                "getMy" + name,
                parameters -> new JsonObject().put(parameter, texts.getOrDefault(key(parameters, parameter), "")));
    }

    private static String key(Parameters parameters, String parameter) {
        return parameter + "/" + parameters.text("language_code", "");
    }

    private JsonObject member(Parameters parameters) {
        chats.of(parameters);
        var user = parameters
                .number("user_id")
                .filter(id -> id.equals(bot.getLong("id")))
                .map(id -> bot)
                .or(() -> parameters.number("user_id").flatMap(chats::find).map(it -> it.json()))
                .orElseThrow(() -> Refusal.badRequest("user not found"));
        return new JsonObject().put("user", user).put("status", "member");
    }
}
