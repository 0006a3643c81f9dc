package org.otklik.botapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.otklik.botapi.wire.Upload;

/** A plain client of the Bot API, and the server that it calls. */
final class Caller implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String BOUNDARY = "----a-line-between-parts";

    final BotApiServer api;
    private final HttpClient client = HttpClient.newHttpClient();

    Caller() {
        this(BotApiOptions.of(NOON));
    }

    Caller(BotApiOptions options) {
        api = BotApiServer.start(options);
    }

    String address(String method) {
        return api.url() + "/bot" + api.token() + "/" + method;
    }

    JsonObject call(String method, JsonObject parameters) throws IOException, InterruptedException {
        return new JsonObject(send(post(method, parameters)).body());
    }

    JsonObject call(String method) throws IOException, InterruptedException {
        return call(method, new JsonObject());
    }

    /** @return the result of a call that has to succeed */
    JsonObject result(String method, JsonObject parameters) throws IOException, InterruptedException {
        var answer = call(method, parameters);
        if (!answer.getBoolean("ok")) {
            throw new AssertionError(answer.encode());
        }
        return answer.getJsonObject("result");
    }

    /** @return the description of the error, after its code */
    String refusal(String method, JsonObject parameters) throws IOException, InterruptedException {
        var response = send(post(method, parameters));
        var answer = new JsonObject(response.body());
        if (answer.getInteger("error_code", 200) != response.statusCode()) {
            throw new AssertionError(response.statusCode() + " " + answer.encode());
        }
        return response.statusCode() + " " + answer.getString("description");
    }

    CompletableFuture<JsonObject> calling(String method, JsonObject parameters) {
        return client.sendAsync(post(method, parameters), BodyHandlers.ofString())
                .thenApply(response -> new JsonObject(response.body()));
    }

    /** @return the updates that are pending from an id on */
    List<JsonObject> updates(long offset) throws IOException, InterruptedException {
        return list(call("getUpdates", new JsonObject().put("offset", offset)));
    }

    static List<JsonObject> list(JsonObject answer) {
        return answer.getJsonArray("result").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    HttpRequest post(String method, JsonObject parameters) {
        return HttpRequest.newBuilder(URI.create(address(method)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(parameters.encode()))
                .build();
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(api.url() + path)).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends files and values as a form of several parts. */
    HttpResponse<String> multipart(String path, JsonObject values, List<Part> files)
            throws IOException, InterruptedException {
        var body = Buffer.buffer();
        values.forEach(value -> body.appendString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                + value.getKey() + "\"\r\n\r\n" + value.getValue() + "\r\n"));
        for (var file : files) {
            body.appendString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                            + "\"; filename=\"" + file.upload().name() + "\"\r\nContent-Type: "
                            + file.upload().type() + "\r\n\r\n")
                    .appendBuffer(file.upload().content())
                    .appendString("\r\n");
        }
        body.appendString("--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.getBytes()))
                .build());
    }

    record Part(String field, Upload upload) {}

    static JsonObject text(long chat, String text) {
        return new JsonObject().put("chat_id", chat).put("text", text);
    }

    @Override
    public void close() {
        client.shutdownNow();
        api.close();
    }
}
