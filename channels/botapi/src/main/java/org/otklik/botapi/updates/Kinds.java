package org.otklik.botapi.updates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of updates that a bot wants.
 *
 * @param names empty for all but those that a bot has to ask for
 */
record Kinds(Set<String> names) {
    private static final Set<String> ON_DEMAND = Set.of("chat_member", "message_reaction", "message_reaction_count");

    Kinds {
        names = Set.copyOf(names);
    }

    static Kinds usual() {
        return new Kinds(Set.of());
    }

    /** What the parameter says; without one, what was said before holds on. */
    Kinds orThose(Optional<JsonArray> allowed) {
        return allowed.map(all -> new Kinds(all.stream().map(String::valueOf).collect(Collectors.toSet())))
                .orElse(this);
    }

    boolean hold(JsonObject content) {
        var kind = of(content);
        return names.isEmpty() ? !ON_DEMAND.contains(kind) : names.contains(kind);
    }

    static String of(JsonObject content) {
        return content.fieldNames().stream()
                .filter(name -> !name.equals("update_id"))
                .findFirst()
                .orElse("");
    }

    JsonArray json() {
        return new JsonArray(names.stream().sorted().toList());
    }
}
