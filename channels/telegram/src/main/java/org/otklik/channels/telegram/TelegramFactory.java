package org.otklik.channels.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.otklik.channels.Channel;
import org.otklik.channels.ChannelFactory;
import org.otklik.channels.ChannelHealth;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.telegram.api.BotAccount;

/** Makes the channel of Telegram. */
public final class TelegramFactory implements ChannelFactory<TelegramSettings> {
    /** The channel's name in addresses and settings. */
    public static final String NAME = "telegram";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<TelegramSettings> settings() {
        return TelegramSettings.class;
    }

    @Override
    public Optional<String> off(TelegramSettings settings) {
        return settings.token().isEmpty() && settings.tokenFile().isEmpty()
                ? Optional.of("no bot is configured; see channels.telegram.token")
                : Optional.empty();
    }

    @Override
    public Optional<String> wrong(TelegramSettings settings) {
        if (settings.token().isPresent() && settings.tokenFile().isPresent()) {
            return Optional.of(
                    "channels.telegram.token: is given beside a token-file; keep one of the two, for example:"
                            + " channels.telegram.token-file: /etc/otklik/telegram-token");
        }
        return settings.tokenFile()
                .filter(file -> token(file).isEmpty())
                .map(file -> "channels.telegram.token-file: is"
                        + " not a file with the token of a bot; for example: channels.telegram.token-file:"
                        + " /etc/otklik/telegram-token");
    }

    /** The token in a file; empty when there is none. */
    private static Optional<String> token(Path file) {
        try {
            return Optional.of(new SettingValues.BotToken().convert(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalStateException for settings that are off or wrong */
    private static BotAccount account(TelegramSettings settings) {
        var token = settings.token().or(() -> settings.tokenFile().flatMap(TelegramFactory::token));
        return new BotAccount(
                settings.apiUrl(), token.orElseThrow(() -> new IllegalStateException("there is no token")));
    }

    @Override
    public Channel open(TelegramSettings settings, ChannelHost host) {
        return new TelegramChannel(account(settings), settings, host);
    }

    /** A deep link (core.telegram.org/bots/features, "Deep linking"): the bot is sent /start with the code behind it. */
    @Override
    public Optional<URI> door(TelegramSettings settings, String code) {
        return TelegramChannel.name(account(settings))
                .map(name -> URI.create("https://t.me/" + name + "?start=" + code));
    }

    @Override
    public Optional<ChannelHealth> probe(TelegramSettings settings) {
        return Optional.of(TelegramChannel.probe(account(settings)));
    }
}
