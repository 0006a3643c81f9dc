package org.otklik.admin;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.otklik.channels.ChannelHealth;
import org.otklik.host.Channels;
import org.otklik.store.Database;

/** Tells a supervisor whether this node lives, and whether it can serve. */
public final class Health {
    private final Vertx vertx;
    private final Database database;
    private final Channels channels;

    /** One thing that has to work. */
    private record Check(String name, ChannelHealth health) {}

    public Health(Vertx vertx, Database database, Channels channels) {
        this.vertx = vertx;
        this.database = database;
        this.channels = channels;
    }

    public void mount(Router routes) {
        routes.get("/health/live").handler(context -> context.json(new JsonObject().put("live", true)));
        routes.get("/health/ready").handler(this::ready);
    }

    private void ready(RoutingContext context) {
        vertx.executeBlocking(this::checks, false).onComplete(done -> {
            var checks = done.succeeded()
                    ? done.result()
                    : List.of(new Check("otklik", new ChannelHealth(false, "the checks failed")));
            boolean ready = checks.stream().allMatch(check -> check.health().working());
            context.response().setStatusCode(ready ? 200 : 503);
            context.json(new JsonObject().put("ready", ready).put("checks", json(checks)));
        });
    }

    private static JsonArray json(List<Check> checks) {
        var array = new JsonArray();
        checks.forEach(check -> array.add(new JsonObject()
                .put("name", check.name())
                .put("ok", check.health().working())
                .put("says", check.health().says())));
        return array;
    }

    private List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(new Check("database", database()));
        channels.open()
                .forEach(
                        open -> checks.add(new Check(open.name(), open.channel().health())));
        return checks;
    }

    private ChannelHealth database() {
        try {
            database.sql().selectOne().fetch();
            return new ChannelHealth(true, "answers");
        } catch (DataAccessException e) {
            // The edge of a check: not answering is the answer.
            return new ChannelHealth(false, "does not answer");
        }
    }
}
