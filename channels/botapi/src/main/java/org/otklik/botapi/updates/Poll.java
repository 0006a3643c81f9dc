package org.otklik.botapi.updates;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;

/** A bot that waits for updates. */
record Poll(Promise<Object> answer, int limit, long timer) {
    void serve(JsonArray updates) {
        answer.tryComplete(updates);
    }
}
