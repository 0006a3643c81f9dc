package org.otklik.channels.telegram.incoming;

import java.util.List;
import org.otklik.channels.InboundMessage;
import org.otklik.i18n.Language;

/** What an update turns out to be. */
sealed interface Reading {
    /**
     * Something that was said.
     *
     * @param message without its files
     * @param files that came with it, still at Telegram's
     */
    record Said(InboundMessage message, List<TelegramFile> files) implements Reading {
        public Said {
            files = List.copyOf(files);
        }
    }

    /**
     * A button of ours was pressed.
     *
     * @param callback the press's own number, by which it is answered
     */
    record Pressed(InboundMessage message, String callback) implements Reading {}

    /** A button that we have not written, or not for this chat. */
    record ForeignPress(String callback, Language language) implements Reading {}

    /** Nothing for a bot: talk among the members of a group, other bots, news about the chat itself. */
    record Beside() implements Reading {}

    /** Not what an update is. */
    record Unreadable() implements Reading {}
}
