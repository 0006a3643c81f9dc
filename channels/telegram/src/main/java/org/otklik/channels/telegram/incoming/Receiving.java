package org.otklik.channels.telegram.incoming;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.api.BotAccount;
import org.otklik.channels.telegram.api.BotApi;

/** Receives the updates of one bot: fetches them, or has them brought. */
public final class Receiving implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Optional<Webhook> webhook;
    private final ChannelHost host;
    private final UpdateLoop loop;

    /**
     * How updates come.
     *
     * @param webhook the address to which Telegram brings them; empty to fetch them
     * @param poll how long a call for them may wait at the server
     * @param maxBytes the largest file that is taken
     */
    public record Manner(Optional<URI> webhook, Duration poll, int maxBytes) {}

    /** @param api for the calls beside; it is not closed with this */
    public Receiving(BotAccount account, Manner manner, BotApi api, ButtonData buttons, ChannelHost host) {
        this.host = host;
        var introduction = new Introduction(api, host, buttons, manner.maxBytes(), threads);
        var own = new BotApi(account, manner.poll());
        this.webhook = manner.webhook().map(page -> new Webhook(own, page, account.token(), introduction, threads));
        this.loop = new UpdateLoop(webhook.<UpdateLoop.Source>map(brought -> brought)
                .orElseGet(() -> new LongPolling(own, manner.poll(), introduction)));
    }

    public void start() {
        webhook.ifPresent(page -> page.mount(host.routes()));
        loop.start();
    }

    public ChannelHealth health() {
        return loop.health();
    }

    @Override
    public void close() {
        loop.close();
        threads.shutdown();
    }
}
