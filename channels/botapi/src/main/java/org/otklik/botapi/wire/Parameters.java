package org.otklik.botapi.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * What a method is called with. Whether it came as query, form or JSON makes no difference; objects come as JSON or as text that holds JSON.
 */
public final class Parameters {
    private static final String ATTACHED = "attach://";

    private final JsonObject values;
    private final Map<String, Upload> files;

    public Parameters(JsonObject values, Map<String, Upload> files) {
        this.values = values;
        this.files = Map.copyOf(files);
    }

    /** All of them, without files, for a log of calls. */
    public JsonObject values() {
        return values.copy();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.getValue(name)).map(String::valueOf).filter(text -> !text.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public Optional<Long> number(String name) {
        return text(name).map(text -> {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw Refusal.badRequest(name + " must be an integer");
            }
        });
    }

    public boolean is(String name) {
        return text(name)
                .filter(text -> text.equalsIgnoreCase("true") || text.equals("1"))
                .isPresent();
    }

    public Optional<JsonObject> object(String name) {
        return Optional.ofNullable(values.getValue(name))
                .filter(value -> !"".equals(value))
                .map(value -> {
                    if (value instanceof JsonObject object) {
                        return object;
                    }
                    try {
                        return new JsonObject(String.valueOf(value));
                    } catch (DecodeException | ClassCastException e) {
                        throw Refusal.badRequest("can't parse " + name + " JSON object");
                    }
                });
    }

    public Optional<JsonArray> array(String name) {
        return Optional.ofNullable(values.getValue(name))
                .filter(value -> !"".equals(value))
                .map(value -> {
                    if (value instanceof JsonArray array) {
                        return array;
                    }
                    try {
                        return new JsonArray(String.valueOf(value));
                    } catch (DecodeException | ClassCastException e) {
                        throw Refusal.badRequest("can't parse " + name + " JSON array");
                    }
                });
    }

    /** The file sent under this name, or under the other name that the value refers to. */
    public Optional<Upload> file(String name) {
        return Optional.ofNullable(files.get(name)).or(() -> text(name).flatMap(this::attached));
    }

    /** @param reference {@code attach://NAME} */
    public Optional<Upload> attached(String reference) {
        return reference.startsWith(ATTACHED)
                ? Optional.ofNullable(files.get(reference.substring(ATTACHED.length())))
                : Optional.empty();
    }
}
