package org.otklik.botapi.wire;

import io.vertx.core.json.JsonObject;

/** An error as the Bot API answers it: a code, which is the HTTP status too, and a description for people. */
public final class Refusal extends RuntimeException {
    private final int code;
    private final String description;
    private final transient JsonObject parameters;

    private Refusal(int code, String description, JsonObject parameters) {
        super(description, null, false, false);
        this.code = code;
        this.description = description;
        this.parameters = parameters;
    }

    public Refusal(int code, String description) {
        this(code, description, new JsonObject());
    }

    public static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    public static Refusal forbidden(String why) {
        return new Refusal(403, "Forbidden: " + why);
    }

    public static Refusal notFound() {
        return new Refusal(404, "Not Found");
    }

    public static Refusal conflict(String why) {
        return new Refusal(409, "Conflict: " + why);
    }

    public static Refusal tooManyRequests(long seconds) {
        return new Refusal(
                429, "Too Many Requests: retry after " + seconds, new JsonObject().put("retry_after", seconds));
    }

    public static Refusal migrated(long chat) {
        return new Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                new JsonObject().put("migrate_to_chat_id", chat));
    }

    public int code() {
        return code;
    }

    /** The body of the answer. */
    public JsonObject envelope() {
        var envelope = new JsonObject().put("ok", false).put("error_code", code).put("description", description);
        return parameters.isEmpty() ? envelope : envelope.put("parameters", parameters);
    }
}
