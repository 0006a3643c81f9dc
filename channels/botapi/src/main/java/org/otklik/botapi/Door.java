package org.otklik.botapi;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.otklik.botapi.control.Control;
import org.otklik.botapi.faults.Fault;
import org.otklik.botapi.faults.Faults;
import org.otklik.botapi.files.Files;
import org.otklik.botapi.methods.Methods;
import org.otklik.botapi.updates.Updates;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;
import org.otklik.botapi.wire.RequestReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests in, and lets faults happen. No path gets into the log: a token may be in it. */
final class Door implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final Pattern CALL = Pattern.compile("/bot(\\d+:[\\w-]+)/(\\w+)");
    private static final Pattern FILE = Pattern.compile("/file/bot(\\d+:[\\w-]+)/(.+)");

    private final RequestReader reader = new RequestReader();
    private final Monitor monitor;
    private final Token token;
    private final Methods methods;
    private final Updates updates;
    private final Files files;
    private final Faults faults;
    private final Control control;
    private final BiConsumer<String, Parameters> log;

    Door(
            Monitor monitor,
            Token token,
            Methods methods,
            Updates updates,
            Files files,
            Faults faults,
            Control control,
            BiConsumer<String, Parameters> log) {
        this.monitor = monitor;
        this.token = token;
        this.methods = methods;
        this.updates = updates;
        this.files = files;
        this.faults = faults;
        this.control = control;
        this.log = log;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var path = URLDecoder.decode(request.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        var call = CALL.matcher(path);
        var file = FILE.matcher(path);
        if (call.matches()) {
            reader.read(request)
                    .onComplete(
                            parameters -> call(request, call.group(1), call.group(2), parameters),
                            failure -> refuse(request, failure));
        } else if (file.matches()) {
            download(request, file.group(1), file.group(2));
        } else if (path.startsWith(Control.PATH)) {
            reader.read(request)
                    .onComplete(parameters -> control.handle(request, parameters), failure -> refuse(request, failure));
        } else {
            refuse(request, Refusal.notFound());
        }
    }

    private void call(HttpServerRequest request, String given, String method, Parameters parameters) {
        log.accept(method, parameters);
        var fault = faults.take(method, parameters.text("chat_id", ""));
        if (fault.isPresent() && !isDoneFirst(fault.get())) {
            happen(request, fault.get());
            return;
        }
        var answer = answer(given, method, parameters);
        request.response().closeHandler(gone -> updates.hangUp(answer));
        answer.onComplete(
                result -> fault.ifPresentOrElse(
                        it -> happen(request, it),
                        () -> send(
                                request, 200, new JsonObject().put("ok", true).put("result", result))),
                failure -> fault.ifPresentOrElse(it -> happen(request, it), () -> refuse(request, failure)));
    }

    private Future<?> answer(String given, String method, Parameters parameters) {
        if (!token.accepts(given)) {
            return Future.failedFuture(Refusal.unauthorized());
        }
        try {
            return monitor.change(() -> methods.answer(method, parameters));
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean isDoneFirst(Fault fault) {
        return fault instanceof Fault.Lost || fault instanceof Fault.DoneAndHang;
    }

    private static void happen(HttpServerRequest request, Fault fault) {
        switch (fault) {
            case Fault.TooMany(int seconds) -> refuse(request, Refusal.tooManyRequests(seconds));
            case Fault.Answered(int code, String description) -> refuse(request, new Refusal(code, description));
            case Fault.Page(int status, String html) ->
                request.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "text/html")
                        .end(html);
            case Fault.Reset() -> request.connection().close();
            case Fault.Lost() -> request.connection().close();
            case Fault.Hang() -> LOG.debug("a call stays unanswered");
            case Fault.DoneAndHang() -> LOG.debug("a call that was done stays unanswered");
        }
    }

    private static void refuse(HttpServerRequest request, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            send(request, refusal.code(), refusal.envelope());
        } else {
            LOG.warn("a call broke the stand-in", failure);
            var refusal = new Refusal(500, "Internal Server Error");
            send(request, refusal.code(), refusal.envelope());
        }
    }

    private static void send(HttpServerRequest request, int status, JsonObject body) {
        if (!request.response().closed() && !request.response().ended()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(body.toBuffer());
        }
    }

    private void download(HttpServerRequest request, String given, String path) {
        var fault = faults.take("file", "");
        if (fault.isPresent()) {
            happen(request, fault.get());
            return;
        }
        var content = files.content(path);
        if (!token.accepts(given) || content.isEmpty()) {
            refuse(request, token.accepts(given) ? Refusal.notFound() : Refusal.unauthorized());
            return;
        }
        request.response().putHeader("Content-Type", "application/octet-stream").end(content.get());
    }
}
