package org.otklik.channels.telegram;

import java.time.Duration;
import java.util.Optional;
import org.otklik.channels.Capabilities;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.Delivery;
import org.otklik.channels.OutboundMessage;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotAccount;
import org.otklik.channels.telegram.api.BotApi;
import org.otklik.channels.telegram.incoming.Receiving;
import org.otklik.channels.telegram.outgoing.TelegramSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** Telegram, connected as one bot. */
final class TelegramChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);

    /** Longer ones are sent in pieces; beyond this nobody reads on. */
    private static final int LONGEST_TEXT = 32_000;

    private static final int MEGABYTE = 1 << 20;

    private final BotApi api;
    private final Receiving receiving;
    private final TelegramSender sender;

    TelegramChannel(BotAccount account, TelegramSettings settings, ChannelHost host) {
        var buttons = new ButtonData(account.token());
        this.api = new BotApi(account, Duration.ZERO);
        this.receiving = new Receiving(
                account,
                new Receiving.Manner(
                        settings.webhookUrl(), settings.poll(), Math.multiplyExact(settings.maxMegabytes(), MEGABYTE)),
                api,
                buttons,
                host);
        this.sender =
                new TelegramSender(api, buttons, settings.messagesPerSecond(), settings.messagesPerMinuteInGroups());
    }

    /** What the bot is called, if that can be found out now. */
    static Optional<String> name(BotAccount account) {
        try (var api = new BotApi(account, Duration.ZERO)) {
            return Optional.of(Bot.of(api.call(new GetMe())).name());
        } catch (ApiFailure failure) {
            LOG.debug("Telegram does not tell the bot's name: {}", failure.says());
            return Optional.empty();
        }
    }

    /** Whether the server knows the token. */
    static ChannelHealth probe(BotAccount account) {
        try (var api = new BotApi(account, Duration.ZERO)) {
            return new ChannelHealth(
                    true, "is @" + Bot.of(api.call(new GetMe())).name());
        } catch (ApiFailure failure) {
            return new ChannelHealth(false, failure.says());
        }
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, false, LONGEST_TEXT, true);
    }

    @Override
    public void start() {
        receiving.start();
    }

    @Override
    public Delivery send(OutboundMessage message) {
        return sender.send(message);
    }

    @Override
    public ChannelHealth health() {
        return receiving.health();
    }

    @Override
    public void close() {
        receiving.close();
        api.close();
    }
}
