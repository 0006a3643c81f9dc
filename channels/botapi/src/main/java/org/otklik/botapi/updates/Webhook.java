package org.otklik.botapi.updates;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/**
 * Posts updates to the address that a bot has named, until it answers with 2xx: those of one chat one after another, those of
 * several chats beside each other. Plain http is taken as well, as by a Bot API server of one's own.
 */
public final class Webhook {
    private static final int USUAL_CONNECTIONS = 40;
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final long LAST_RETRY_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final Vertx vertx;
    private final HttpClient client;
    private final Monitor monitor;
    private final Clock clock;
    private final Set<Long> busy = new HashSet<>();
    private @Nullable Updates updates;
    private Optional<Target> target = Optional.empty();
    private Optional<JsonObject> lastError = Optional.empty();

    private record Target(String url, Optional<String> secret, int connections) {}

    public Webhook(Vertx vertx, Monitor monitor, Clock clock) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.monitor = monitor;
        this.clock = clock;
    }

    void deliverFor(Updates owner) {
        updates = owner;
    }

    boolean isSet() {
        return target.isPresent();
    }

    void set(Parameters parameters) {
        var url = parameters.text("url");
        url.ifPresent(Webhook::check);
        var secret = parameters.text("secret_token");
        if (secret.filter(it -> !SECRET.matcher(it).matches()).isPresent()) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        int connections = Math.toIntExact(
                Math.clamp(parameters.number("max_connections").orElse((long) USUAL_CONNECTIONS), 1, 100));
        target = url.map(it -> new Target(it, secret, connections));
        lastError = Optional.empty();
    }

    private static void check(String url) {
        if (!URL.matcher(url).matches()) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
    }

    void delete() {
        target = Optional.empty();
    }

    JsonObject json() {
        var json =
                new JsonObject().put("url", target.map(Target::url).orElse("")).put("has_custom_certificate", false);
        target.ifPresent(it -> json.put("max_connections", it.connections()));
        lastError.ifPresent(json::mergeIn);
        return json;
    }

    void deliver() {
        if (updates == null || target.isEmpty()) {
            return;
        }
        var to = target.get();
        var owner = updates;
        for (var update : owner.undelivered()) {
            if (busy.size() < to.connections() && busy.add(chat(update))) {
                post(to, owner, update, FIRST_RETRY_MILLIS);
            }
        }
    }

    private void post(Target to, Updates owner, JsonObject update, long retryMillis) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to.url())
                .setIdleTimeout(PATIENCE.toMillis())
                .putHeader("Content-Type", "application/json");
        to.secret().ifPresent(secret -> options.putHeader("X-Telegram-Bot-Api-Secret-Token", secret));
        client.request(options)
                .compose(request -> request.send(update.toBuffer()))
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onComplete(
                        status -> answered(to, owner, update, status, retryMillis),
                        failure -> failed(to, owner, update, "Connection failed", retryMillis));
    }

    private void answered(Target to, Updates owner, JsonObject update, int status, long retryMillis) {
        if (status / 100 != 2) {
            failed(to, owner, update, "Wrong response from the webhook: " + status, retryMillis);
            return;
        }
        monitor.change(() -> {
            owner.delivered(update);
            busy.remove(chat(update));
            deliver();
        });
    }

    private void failed(Target to, Updates owner, JsonObject update, String why, long retryMillis) {
        monitor.change(() -> {
            lastError = Optional.of(new JsonObject()
                    .put("last_error_date", clock.instant().getEpochSecond())
                    .put("last_error_message", why));
            vertx.setTimer(
                    retryMillis,
                    it -> monitor.change(() -> {
                        if (target.filter(to::equals).isPresent()) {
                            post(to, owner, update, Math.min(2 * retryMillis, LAST_RETRY_MILLIS));
                        } else {
                            busy.remove(chat(update));
                            deliver();
                        }
                    }));
        });
    }

    /** The chat that an update is about, or the person where it is about none; 0 where it is about neither. */
    private static long chat(JsonObject update) {
        return update.getValue(Kinds.of(update)) instanceof JsonObject content
                ? number(content, "chat")
                        .or(() -> content.getValue("message") instanceof JsonObject message
                                ? number(message, "chat")
                                : Optional.empty())
                        .or(() -> number(content, "from"))
                        .orElse(0L)
                : 0;
    }

    private static Optional<Long> number(JsonObject of, String key) {
        return of.getValue(key) instanceof JsonObject it && it.getValue("id") instanceof Number id
                ? Optional.of(id.longValue())
                : Optional.empty();
    }
}
