package org.otklik.channels.telegram;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.botapi.BotApiOptions;
import org.otklik.botapi.BotApiServer;
import org.otklik.botapi.chats.ChatMessage;
import org.otklik.botapi.people.Person;
import org.otklik.channels.Address;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelContract;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.RecordingHost;

/** A donor with a telephone, a server that speaks the Bot API, and the channel. */
final class TelegramWire implements ChannelContract.Wire, AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    private final Clock clock = Clock.systemUTC();
    private final BotApiServer server = BotApiServer.start(BotApiOptions.of(clock));
    private final Person anna = server.person("Анна 🐾", "ru");
    private final Vertx vertx = Vertx.vertx();
    private final RecordingHost host = new RecordingHost(vertx, Router.router(vertx), clock);
    private final Map<String, Long> updates = new HashMap<>();
    private final Channel channel;

    TelegramWire() {
        channel = new TelegramFactory().open(settings(), host);
        channel.start();
    }

    private TelegramSettings settings() {
        return TestSettings.with(Map.of("token", server.token(), "api-url", server.url(), "poll", "PT1S"));
    }

    Optional<URI> door(String code) {
        return new TelegramFactory().door(settings(), code);
    }

    BotApiServer server() {
        return server;
    }

    Person anna() {
        return anna;
    }

    @Override
    public RecordingHost host() {
        return host;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public void says(String id, String text) {
        var known = updates.get(id);
        if (known != null) {
            server.updates().repeat(known);
            return;
        }
        // Known to the chat, so that the bot may write to her.
        anna.unblocks();
        updates.put(
                id,
                server.offer(new JsonObject()
                        .put(
                                "message",
                                new JsonObject()
                                        .put("message_id", 1_000 + updates.size())
                                        .put("from", anna.user())
                                        .put("chat", anna.chat().json())
                                        .put("date", clock.instant().getEpochSecond())
                                        .put("text", text))));
    }

    @Override
    public void presses(String id, OutboundMessage message, int button) {
        anna.presses(message.buttons().get(button).label());
    }

    @Override
    public void awaitAcknowledged(String id) {
        server.updates().awaitConfirmed(SOON);
    }

    @Override
    public void awaitNotAcknowledged(String id) {
        await().atMost(SOON).until(() -> channel.health().says().contains("database"));
    }

    @Override
    public void awaitReceived(String text) {
        anna.chat().await(SOON, message -> message.isBots() && message.text().equals(text));
    }

    @Override
    public List<String> received() {
        return anna.chat().fromBot().stream().map(ChatMessage::text).toList();
    }

    @Override
    public Address address() {
        return host.accepted().getFirst().from();
    }

    @Override
    public void close() {
        channel.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
