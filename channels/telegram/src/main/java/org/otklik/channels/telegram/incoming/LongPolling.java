package org.otklik.channels.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.otklik.channels.telegram.api.FetchUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;

/** Updates that we fetch (getUpdates): needs no address of our own that Telegram could reach. */
final class LongPolling implements UpdateLoop.Source {
    private static final Logger LOG = LoggerFactory.getLogger(LongPolling.class);

    private final BotApi polling;
    private final Duration wait;
    private final Introduction introduction;
    private Optional<Introduction.Ready> ready = Optional.empty();

    /** @param polling for nothing else, so that it can be broken off */
    LongPolling(BotApi polling, Duration wait, Introduction introduction) {
        this.polling = polling;
        this.wait = wait;
        this.introduction = introduction;
    }

    @Override
    public String introduce() throws ApiFailure {
        if (ready.isEmpty()) {
            ready = Optional.of(introduction.make());
        }
        try {
            // Telegram hands updates out in one way only.
            polling.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
        } catch (ApiFailure failure) {
            if (failure.kind() != ApiFailure.Kind.NOT_FOUND) {
                throw failure;
            }
            LOG.debug("A server without webhooks");
        }
        return "fetches as " + ready.get().says();
    }

    @Override
    public List<JsonNode> updates(Optional<Long> from) throws ApiFailure {
        var updates = new ArrayList<JsonNode>();
        polling.call(new FetchUpdates(from, wait, UpdateReader.KINDS)).forEach(updates::add);
        return updates;
    }

    @Override
    public Intake.Progress take(List<JsonNode> updates) {
        return ready.orElseThrow(() -> new IllegalStateException("nobody was introduced"))
                .intake()
                .take(updates);
    }

    @Override
    public void close() {
        polling.close();
    }
}
