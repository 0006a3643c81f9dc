package org.otklik.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.otklik.botapi.BotApiServer;

/** A bot that fetches its updates, acknowledges them and throws them away. */
final class PlainBotClient {
    private final BotApiServer api;

    PlainBotClient(BotApiServer api) {
        this.api = api;
    }

    /** @return how many there were */
    int fetchAll() {
        int all = 0;
        try (var client = HttpClient.newHttpClient()) {
            long next = 0;
            while (true) {
                var request = HttpRequest.newBuilder(
                                URI.create(api.url() + "/bot" + api.token() + "/getUpdates?offset=" + next))
                        .build();
                var answer = new JsonObject(
                        client.send(request, BodyHandlers.ofString()).body());
                var updates = answer.getJsonArray("result");
                if (updates.isEmpty()) {
                    return all;
                }
                all += updates.size();
                next = updates.getJsonObject(updates.size() - 1).getLong("update_id") + 1;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the stand-in does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
