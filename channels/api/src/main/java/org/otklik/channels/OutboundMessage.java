package org.otklik.channels;

import java.util.List;
import org.otklik.i18n.Language;

/**
 * A reply on its way out. Plain text: a channel escapes whatever its medium would read as markup.
 *
 * @param id the row's number, rising within a conversation; a channel derives its own idempotency key from it
 * @param author who speaks
 */
public record OutboundMessage(
        long id, Address to, String text, List<Button> buttons, Language language, Author author) {
    /** Who wrote a message to a person outside. */
    public enum Author {
        BOT,
        STAFF
    }

    public OutboundMessage {
        buttons = List.copyOf(buttons);
    }
}
