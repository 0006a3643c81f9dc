package org.otklik.channels.webchat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/**
 * The chat by long polling, with the same frames: {@code open} gives the name of a line, {@code send} brings frames, {@code poll}
 * waits for some. The name is a secret, and travels in bodies alone. A line lives on one node; elsewhere it is gone (410), and the
 * widget opens another.
 */
final class PollRoute {
    private final Connections connections;
    private final Origins origins;
    private final Remotes remotes;
    private final RandomGenerator random;
    private final Map<String, Polled> lines = new ConcurrentHashMap<>();

    private record Polled(PollLine line, Connection connection) {}

    PollRoute(Connections connections, Origins origins, Remotes remotes, RandomGenerator random) {
        this.connections = connections;
        this.origins = origins;
        this.remotes = remotes;
        this.random = random;
    }

    void mount(Router router) {
        router.routeWithRegex("/chat/(open|send|poll)")
                .handler(this::checkOrigin)
                .failureHandler(PollRoute::tooBig);
        var body = BodyHandler.create(false).setBodyLimit(SocketRoute.MAX_FRAME_BYTES);
        router.post("/chat/open").handler(body).handler(this::open);
        router.post("/chat/send")
                .handler(body)
                .handler(context -> onLine(context, (polled, sent) -> send(context, polled, sent)));
        router.post("/chat/poll")
                .handler(body)
                .handler(context -> onLine(context, (polled, asked) -> poll(context, polled)));
    }

    /** Answers the preflight of CORS, and refuses foreign sites before their body is read. */
    private void checkOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        var response = context.response().putHeader("Vary", "Origin").putHeader("Cache-Control", "no-store");
        if (!origins.allows(request)) {
            response.setStatusCode(403).end();
            return;
        }
        var origin = request.getHeader("Origin");
        if (origin != null) {
            response.putHeader("Access-Control-Allow-Origin", origin);
        }
        switch (request.method().name()) {
            case "POST" -> context.next();
            case "OPTIONS" ->
                response.putHeader("Access-Control-Allow-Methods", "POST")
                        .putHeader("Access-Control-Allow-Headers", "Content-Type")
                        .putHeader("Access-Control-Max-Age", "7200")
                        .setStatusCode(204)
                        .end();
            default -> response.setStatusCode(405).end();
        }
    }

    /** A body over the limit is no fault of ours, and not worth a line in the log. */
    private static void tooBig(RoutingContext context) {
        if (context.statusCode() == 413) {
            context.response().setStatusCode(413).end();
        } else {
            context.next();
        }
    }

    private void open(RoutingContext context) {
        connections
                .place(remotes.of(context.request()))
                .ifPresentOrElse(
                        place -> context.json(new JsonObject().put("line", opened(place))),
                        () -> context.response().setStatusCode(429).end());
    }

    private String opened(Connections.Place place) {
        var secret = new byte[24];
        random.nextBytes(secret);
        var name = HexFormat.of().formatHex(secret);
        var line = new PollLine(() -> {
            var polled = lines.remove(name);
            if (polled != null) {
                connections.closed(polled.connection());
            }
        });
        lines.put(name, new Polled(line, place.take(line)));
        return name;
    }

    /** Whatever is no JSON object, or names no line, is answered like a line that is gone. */
    private void onLine(RoutingContext context, BiConsumer<Polled, JsonObject> handler) {
        var body = body(context);
        var polled = body.getValue("line") instanceof String name ? lines.get(name) : null;
        if (polled == null) {
            context.response().setStatusCode(410).end();
        } else {
            handler.accept(polled, body);
        }
    }

    private static JsonObject body(RoutingContext context) {
        try {
            return Objects.requireNonNullElseGet(context.body().asJsonObject(), JsonObject::new);
        } catch (DecodeException | ClassCastException e) {
            return new JsonObject();
        }
    }

    private void send(RoutingContext context, Polled polled, JsonObject body) {
        if (body.getValue("frames") instanceof JsonArray frames) {
            frames.forEach(frame -> connections.receive(polled.connection(), Json.encode(frame)));
        } else {
            connections.receive(polled.connection(), "");
        }
        context.response().setStatusCode(204).end();
    }

    private void poll(RoutingContext context, Polled polled) {
        var eventLoop = context.vertx().getOrCreateContext();
        polled.connection().alive();
        polled.line().ask().onSuccess(frames -> eventLoop.runOnContext(v -> answer(context, frames)));
    }

    private static void answer(RoutingContext context, List<String> frames) {
        if (!context.response().closed()) {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .end("{\"frames\":[" + String.join(",", frames) + "]}");
        }
    }
}
