package org.otklik.channels.telegram.incoming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.otklik.channels.ChannelHost;
import org.otklik.channels.telegram.Bot;
import org.otklik.channels.telegram.ButtonData;
import org.otklik.channels.telegram.TelegramText;
import org.otklik.channels.telegram.api.ApiFailure;
import org.otklik.channels.telegram.api.BotApi;
import org.otklik.i18n.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** Finds out who the bot is, and shows people which commands it has. */
final class Introduction {
    private static final Logger LOG = LoggerFactory.getLogger(Introduction.class);

    /** In the order of the menu. */
    private static final TelegramText[] MENU = {
        TelegramText.START, TelegramText.HELP, TelegramText.LINK, TelegramText.LANGUAGE, TelegramText.STOP
    };

    private final BotApi api;
    private final ChannelHost host;
    private final ButtonData buttons;
    private final int maxBytes;
    private final Courtesies courtesies;

    Introduction(BotApi api, ChannelHost host, ButtonData buttons, int maxBytes, ExecutorService threads) {
        this.api = api;
        this.host = host;
        this.buttons = buttons;
        this.maxBytes = maxBytes;
        this.courtesies = new Courtesies(api, host, threads);
    }

    /** The bot, and what takes its updates in. */
    record Ready(Bot bot, Intake intake) {
        String says() {
            return "@" + bot.name();
        }
    }

    Ready make() throws ApiFailure {
        var bot = Bot.of(api.call(new GetMe()));
        showMenu(Optional.empty());
        for (var language : Language.values()) {
            showMenu(Optional.of(language));
        }
        return new Ready(bot, new Intake(bot, buttons, new FileFetcher(api, maxBytes), host, courtesies));
    }

    /** Without a menu people can still write, so that nothing waits for it. */
    private void showMenu(Optional<Language> language) {
        var menu = SetMyCommands.builder()
                .commands(Arrays.stream(MENU)
                        .map(command -> new BotCommand(
                                command.name().toLowerCase(Locale.ROOT),
                                host.texts().say(language.orElse(Language.EN), command)))
                        .toList());
        language.ifPresent(known -> menu.languageCode(known.code()));
        try {
            api.call(menu.build());
        } catch (ApiFailure failure) {
            LOG.warn("The menu of commands can't be shown: {}", failure.says());
        }
    }
}
