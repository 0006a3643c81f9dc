package org.otklik.channels.webchat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/** A client that polls. */
final class PollClient extends ChatClient {
    private final ChatServer server;
    private final String line;
    private volatile boolean isClosed;

    private PollClient(ChatServer server) {
        this.server = server;
        line = new JsonObject(post("open", new JsonObject()).body()).getString("line");
        Thread.startVirtualThread(this::poll);
    }

    static PollClient of(ChatServer server) {
        return new PollClient(server);
    }

    @Override
    void sendRaw(String text) {
        JsonArray frames;
        try {
            frames = new JsonArray().add(new JsonObject(text));
        } catch (RuntimeException e) {
            frames = new JsonArray().add(text);
        }
        post("send", new JsonObject().put("line", line).put("frames", frames));
    }

    @Override
    boolean isClosed() {
        return isClosed;
    }

    @Override
    void close() {
        isClosed = true;
    }

    private void poll() {
        while (!isClosed) {
            try {
                var answer = post("poll", new JsonObject().put("line", line));
                if (answer.statusCode() == 200) {
                    new JsonObject(answer.body()).getJsonArray("frames").forEach(frame -> received((JsonObject) frame));
                } else {
                    isClosed = true;
                }
            } catch (UncheckedIOException e) {
                isClosed = true;
            }
        }
    }

    private HttpResponse<String> post(String path, JsonObject body) {
        return post(server, path, body.encode(), request -> request.header("Origin", server.origin()));
    }

    static HttpResponse<String> post(ChatServer server, String path, String body, Consumer<HttpRequest.Builder> with) {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + "/chat/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        with.accept(request);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
