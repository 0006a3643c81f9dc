package org.otklik.botapi.wire;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;

/** Reads what a method is called with: from the query, and from a form, a form with files, or JSON. */
public final class RequestReader {
    /** What a bot may upload in one request (50 MB), with room for the rest of it. */
    private static final long MOST_BYTES = 51L << 20;

    /** Fails with a {@link Refusal} when it can't be read. */
    public Future<Parameters> read(HttpServerRequest request) {
        var type = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (length(request) > MOST_BYTES) {
            return Future.failedFuture(new Refusal(413, "Request Entity Too Large"));
        }
        if (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded")) {
            return form(request);
        }
        var values = query(request);
        if (request.method().equals(HttpMethod.GET)) {
            return Future.succeededFuture(new Parameters(values, new HashMap<>()));
        }
        return request.body()
                .compose(body -> body.length() == 0 || !type.startsWith("application/json")
                        ? Future.succeededFuture(new Parameters(values, new HashMap<>()))
                        : json(values, body));
    }

    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static JsonObject query(HttpServerRequest request) {
        var values = new JsonObject();
        request.params().forEach(values::put);
        return values;
    }

    private static Future<Parameters> json(JsonObject values, Buffer body) {
        try {
            return Future.succeededFuture(new Parameters(values.mergeIn(body.toJsonObject()), new HashMap<>()));
        } catch (DecodeException | ClassCastException e) {
            return Future.failedFuture(Refusal.badRequest("can't parse JSON object"));
        }
    }

    private static Future<Parameters> form(HttpServerRequest request) {
        var values = query(request);
        var files = new HashMap<String, Upload>();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            var content = Buffer.buffer();
            upload.handler(content::appendBuffer);
            upload.endHandler(end -> files.put(
                    upload.name(),
                    new Upload(
                            Optional.ofNullable(upload.filename()).orElse("file"),
                            Optional.ofNullable(upload.contentType()).orElse("application/octet-stream"),
                            content)));
        });
        return request.end().map(end -> {
            request.formAttributes().forEach(values::put);
            return new Parameters(values, files);
        });
    }
}
