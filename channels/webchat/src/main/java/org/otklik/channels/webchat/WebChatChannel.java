package org.otklik.channels.webchat;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;

/** The web chat, connected: routes on the bot's HTTP server, and the visitors who are there. */
final class WebChatChannel implements Channel {
    private static final Duration BEAT = Duration.ofSeconds(25);
    private static final Duration SEND = Duration.ofSeconds(10);
    /** Frames handled at a time; when ten thousand widgets come back at once, they must not queue for the database. */
    private static final int AT_WORK = 32;

    private final ChannelHost host;
    private final WebChatSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore atWork = new Semaphore(AT_WORK, true);
    private final Visitors visitors = new Visitors();
    private final Presence presence;
    private final Limits limits;
    private final Reception reception;
    private final Connections connections;
    private volatile boolean isOpen;
    private long timer;

    WebChatChannel(WebChatSettings settings, ChannelHost host) {
        this(settings, host, TimeMeter.SYSTEM_NANOTIME);
    }

    WebChatChannel(WebChatSettings settings, ChannelHost host, TimeMeter meter) {
        this.host = host;
        this.settings = settings;
        presence = new Presence(host, visitors);
        limits = new Limits(settings, meter);
        reception = new Reception(host, visitors, presence, limits, settings.maxMessageLength());
        connections = new Connections(reception, limits, this::work);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true, 16_000, false);
    }

    @Override
    public void start() {
        host.sessions().onRevoked(address -> work(() -> reception.revoked(address)));
        var origins = new Origins(settings);
        var remotes = new Remotes(settings.trustProxy());
        new SocketRoute(connections, origins, remotes).mount(host.routes());
        new PollRoute(connections, origins, remotes, new SecureRandom()).mount(host.routes());
        new PageRoute(host, settings.maxMessageLength()).mount(host.routes());
        timer = host.vertx().setPeriodic(BEAT.toMillis(), id -> beat());
        isOpen = true;
    }

    /** Once in a while: looks who is still there, and tidies up. */
    void beat() {
        connections.beat();
        work(() -> {
            presence.settleAll();
            limits.sweep();
        });
    }

    @Override
    public Delivery send(OutboundMessage message) {
        var frame = new ServerFrame.Message(
                message.id(),
                message.author(),
                message.text(),
                message.buttons(),
                host.clock().instant());
        var sendings = visitors.inOrder(
                message.to(),
                () -> visitors.of(message.to()).stream()
                        .map(connection -> connection.send(frame))
                        .toList());
        if (sendings.isEmpty()) {
            return new Delivery.Later("the visitor is not connected", Optional.empty());
        }
        return anyDone(sendings)
                ? new Delivery.Sent()
                : new Delivery.Later("the visitor's connection broke", Optional.empty());
    }

    /** Whether one tab took the reply; the others get it when they resume. */
    private static boolean anyDone(List<Future<Void>> sendings) {
        try {
            Future.any(sendings).toCompletionStage().toCompletableFuture().get(SEND.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public ChannelHealth health() {
        return new ChannelHealth(isOpen, isOpen ? connections.count() + " connections" : "not started");
    }

    @Override
    public void close() {
        isOpen = false;
        host.vertx().cancelTimer(timer);
        connections.closeAll();
        threads.shutdown();
    }

    private void work(Runnable task) {
        try {
            threads.execute(() -> {
                atWork.acquireUninterruptibly();
                try {
                    task.run();
                } finally {
                    atWork.release();
                }
            });
        } catch (RejectedExecutionException e) {
            // Closing: whatever was not acknowledged is sent again, to the next run or another node.
        }
    }
}
