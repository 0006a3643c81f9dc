package org.otklik.channels.webchat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the widget, held in memory plain and compressed.
 *
 * @param tag changes with the content (RFC 9110 §8.8.3)
 */
record Asset(String mediaType, Buffer plain, Buffer compressed, String tag) {
    /** A file beside the classes, under {@code /web}. */
    static Asset of(String file) {
        return of(file, read(file));
    }

    /** A file whose content was made. */
    static Asset of(String file, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Asset(mediaType(file), Buffer.buffer(bytes), Buffer.buffer(gzip(bytes)), hash(bytes));
    }

    static String read(String file) {
        try (var stream = Asset.class.getResourceAsStream("/web/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no file /web/" + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(RoutingContext context) {
        var request = context.request();
        var response = context.response()
                .putHeader("Content-Type", mediaType)
                .putHeader("ETag", '"' + tag + '"')
                .putHeader("X-Content-Type-Options", "nosniff");
        response.headers().add("Vary", "Accept-Encoding");
        if (('"' + tag + '"').equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else if (String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(compressed);
        } else {
            response.end(plain);
        }
    }

    private static String mediaType(String file) {
        var type = switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "html" -> "text/html";
            case "json" -> "application/json";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(file);
        };
        return type + "; charset=utf-8";
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
