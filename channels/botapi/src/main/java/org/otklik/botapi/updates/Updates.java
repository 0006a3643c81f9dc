package org.otklik.botapi.updates;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.botapi.waiting.Monitor;
import org.otklik.botapi.wire.Parameters;
import org.otklik.botapi.wire.Refusal;

/** What a bot has yet to hear of. An update stays until the bot asks for a later one, or its webhook has answered with 2xx. */
public final class Updates {
    private static final int MOST = 100;
    private static final long MOST_SECONDS = 50;

    private final Vertx vertx;
    private final Monitor monitor;
    private final NavigableMap<Long, JsonObject> pending = new TreeMap<>();
    private final Map<Long, JsonObject> all = new TreeMap<>();
    private final List<JsonObject> extra = new ArrayList<>();
    private final List<JsonObject> held = new ArrayList<>();
    private final Webhook webhook;
    private Kinds kinds = Kinds.usual();
    private Optional<Poll> waiting = Optional.empty();
    private long last;
    private int toHold;

    /** @param firstId of the updates */
    public Updates(Vertx vertx, Monitor monitor, long firstId, Webhook webhook) {
        this.vertx = vertx;
        this.monitor = monitor;
        this.last = firstId - 1;
        this.webhook = webhook;
        webhook.deliverFor(this);
    }

    /**
     * Puts an update in.
     *
     * @param content without {@code update_id}; an unknown kind is delivered like any other
     * @return its id, or 0 when the bot does not want such updates, or it is kept back
     */
    public long offer(JsonObject content) {
        return monitor.change(() -> {
            if (!kinds.hold(content)) {
                return 0L;
            }
            if (toHold > 0) {
                toHold--;
                held.add(content);
                return 0L;
            }
            var update = new JsonObject().put("update_id", ++last).mergeIn(content);
            all.put(last, update);
            pending.put(last, update);
            deliver();
            return last;
        });
    }

    /** Delivers an update once more, under the same id, though the bot has had it. */
    public void repeat(long id) {
        monitor.change(() -> {
            var update = all.get(id);
            if (update == null) {
                throw new IllegalArgumentException("there was no update " + id);
            }
            extra.add(update);
            deliver();
        });
    }

    /** Keeps the next updates back until they are {@link #release released}; those after them go first. */
    public void holdNext(int count) {
        monitor.change(() -> toHold = count);
    }

    /** Delivers, late, what was kept back. It gets its ids now, since a bot acknowledges by them. */
    public void release() {
        monitor.change(() -> {
            var late = List.copyOf(held);
            held.clear();
            toHold = 0;
            late.forEach(this::offer);
        });
    }

    /** How many the bot has not acknowledged. */
    public int unconfirmed() {
        return monitor.look(() -> pending.size() + extra.size());
    }

    public void awaitConfirmed(Duration patience) {
        monitor.await(
                patience, "all updates acknowledged", () -> unconfirmed() == 0 ? Optional.of(true) : Optional.empty());
    }

    /** The answer to getUpdates. */
    public Future<?> poll(Parameters parameters) {
        if (webhook.isSet()) {
            throw Refusal.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        kinds = kinds.orThose(parameters.array("allowed_updates"));
        acknowledge(parameters.number("offset").orElse(0L));
        int limit = Math.toIntExact(Math.clamp(parameters.number("limit").orElse((long) MOST), 1, MOST));
        long seconds = Math.clamp(parameters.number("timeout").orElse(0L), 0, MOST_SECONDS);
        var batch = batch(limit);
        if (!batch.isEmpty() || seconds == 0) {
            return Future.succeededFuture(batch);
        }
        interrupt("terminated by other getUpdates request; make sure that only one bot instance is running");
        Promise<Object> answer = Promise.promise();
        long timer = vertx.setTimer(
                seconds * 1000,
                it -> monitor.change(() -> {
                    waiting = waiting.filter(poll -> !poll.answer().equals(answer));
                    answer.tryComplete(new JsonArray());
                }));
        waiting = Optional.of(new Poll(answer, limit, timer));
        return answer.future();
    }

    /** Whoever waited is gone. */
    public void hangUp(Future<?> poll) {
        monitor.change(
                () -> waiting.filter(it -> it.answer().future().equals(poll)).ifPresent(it -> {
                    vertx.cancelTimer(it.timer());
                    waiting = Optional.empty();
                }));
    }

    private void interrupt(String why) {
        waiting.ifPresent(poll -> {
            vertx.cancelTimer(poll.timer());
            poll.answer().tryFail(Refusal.conflict(why));
        });
        waiting = Optional.empty();
    }

    /** Whether a bot is waiting for updates now. */
    public boolean isPolled() {
        return monitor.look(waiting::isPresent);
    }

    private void acknowledge(long offset) {
        if (offset > 0) {
            pending.headMap(offset, false).clear();
        } else if (offset < 0) {
            while (pending.size() > -offset) {
                pending.pollFirstEntry();
            }
        }
    }

    private JsonArray batch(int limit) {
        var batch = new JsonArray();
        pending.values().stream().limit(limit).forEach(batch::add);
        while (batch.size() < limit && !extra.isEmpty()) {
            batch.add(extra.removeFirst());
        }
        return batch;
    }

    private void deliver() {
        if (webhook.isSet()) {
            webhook.deliver();
        } else if (waiting.isPresent()) {
            var poll = waiting.get();
            vertx.cancelTimer(poll.timer());
            waiting = Optional.empty();
            poll.serve(batch(poll.limit()));
        }
    }

    /** The answer to setWebhook. */
    public boolean setWebhook(Parameters parameters) {
        kinds = kinds.orThose(parameters.array("allowed_updates"));
        drop(parameters);
        interrupt("terminated by setWebhook request");
        webhook.set(parameters);
        deliver();
        return true;
    }

    /** The answer to deleteWebhook. */
    public boolean deleteWebhook(Parameters parameters) {
        drop(parameters);
        webhook.delete();
        return true;
    }

    /** The answer to getWebhookInfo. */
    public JsonObject describeWebhook() {
        var described = webhook.json().put("pending_update_count", pending.size() + extra.size());
        return kinds.names().isEmpty() ? described : described.put("allowed_updates", kinds.json());
    }

    private void drop(Parameters parameters) {
        if (parameters.is("drop_pending_updates")) {
            pending.clear();
            extra.clear();
        }
    }

    /** Oldest first. Updates that come late or again are after the others. */
    List<JsonObject> undelivered() {
        var updates = new ArrayList<>(pending.values());
        updates.addAll(extra);
        return updates;
    }

    void delivered(JsonObject update) {
        monitor.change(() -> {
            if (!extra.remove(update)) {
                pending.remove(update.getLong("update_id"), update);
            }
        });
    }
}
