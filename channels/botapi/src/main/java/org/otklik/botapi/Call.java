package org.otklik.botapi;

import io.vertx.core.json.JsonObject;

/**
 * A call that the bot made, whatever came of it.
 *
 * @param method as the bot wrote it
 * @param parameters without files
 */
public record Call(String method, JsonObject parameters) {
    public boolean is(String name) {
        return method.equalsIgnoreCase(name);
    }
}
