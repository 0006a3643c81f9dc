package org.otklik.channels.telegram;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of Telegram. What each means is told in {@code otklik.example.yaml}. */
@ConfigMapping(prefix = "channels.telegram")
public interface TelegramSettings {
    @WithConverter(SettingValues.BotToken.class)
    Optional<String> token();

    /** Instead of the token, the file that holds it. */
    Optional<Path> tokenFile();

    @WithDefault("https://api.telegram.org")
    @WithConverter(SettingValues.Server.class)
    URI apiUrl();

    @WithConverter(SettingValues.Page.class)
    Optional<URI> webhookUrl();

    @WithDefault("PT25S")
    @WithConverter(SettingValues.Wait.class)
    Duration poll();

    /** Of all chats together. */
    @WithDefault("30")
    @WithConverter(SettingValues.Rate.class)
    int messagesPerSecond();

    @WithDefault("20")
    @WithConverter(SettingValues.Rate.class)
    int messagesPerMinuteInGroups();

    @WithDefault("20")
    @WithConverter(SettingValues.Megabytes.class)
    int maxMegabytes();
}
