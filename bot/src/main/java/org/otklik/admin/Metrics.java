package org.otklik.admin;

import static org.jooq.impl.DSL.count;
import static org.otklik.schema.Tables.MESSAGE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import org.otklik.store.Database;

/** Numbers for Prometheus: messages by direction and state, and the machine under them. Nothing personal. */
public final class Metrics implements AutoCloseable {
    private static final List<String> WAITING_IN = List.of("received");
    private static final List<String> WAITING_OUT = List.of("queued", "sending");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Vertx vertx;

    public Metrics(Vertx vertx, Database database) {
        this.vertx = vertx;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
        database.measure(registry);
        gauge(database, "otklik.inbox.waiting", "Messages that no turn has handled yet", WAITING_IN);
        gauge(database, "otklik.outbox.waiting", "Replies that are not sent yet", WAITING_OUT);
        gauge(database, "otklik.messages.failed", "Messages that a person has to look at", List.of("failed"));
    }

    private void gauge(Database database, String name, String description, List<String> states) {
        Gauge.builder(
                        name,
                        () -> database.sql()
                                .select(count())
                                .from(MESSAGE)
                                .where(MESSAGE.STATUS.in(states))
                                .fetchSingle()
                                .value1())
                .description(description)
                .register(registry);
    }

    public void mount(Router routes) {
        routes.get("/metrics")
                .handler(context -> vertx.executeBlocking(registry::scrape, false)
                        .onSuccess(text -> context.response()
                                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                                .end(text))
                        .onFailure(context::fail));
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
