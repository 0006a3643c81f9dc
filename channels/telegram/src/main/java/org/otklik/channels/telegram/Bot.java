package org.otklik.channels.telegram;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot as Telegram knows it (getMe).
 *
 * @param name its user name, without the sign before it; its number where a server tells none
 */
public record Bot(long id, String name) {
    public static Bot of(User me) {
        return new Bot(me.getId(), Optional.ofNullable(me.getUserName()).orElse(String.valueOf(me.getId())));
    }
}
