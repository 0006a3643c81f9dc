package org.otklik.channels;

import java.util.List;
import java.util.Optional;
import org.otklik.i18n.Language;

/**
 * A reply on its way out. Plain text: a channel escapes whatever its medium would read as markup.
 *
 * @param id the row's number, rising within a conversation; a channel derives its own idempotency key from it
 * @param author who speaks
 * @param attachments the files that go with it
 * @param threading where it belongs, when it is a letter; empty for one that begins a thread
 * @param tables which parts of the text are rows and columns
 */
public record OutboundMessage(
        long id,
        Address to,
        String text,
        List<Button> buttons,
        Language language,
        Author author,
        List<Attachment> attachments,
        Optional<Threading> threading,
        List<Table> tables) {
    /** Who wrote a message to a person outside. */
    public enum Author {
        BOT,
        STAFF
    }

    public OutboundMessage {
        buttons = List.copyOf(buttons);
        attachments = List.copyOf(attachments);
        tables = List.copyOf(tables);
    }

    /** Without tables. */
    public OutboundMessage(
            long id,
            Address to,
            String text,
            List<Button> buttons,
            Language language,
            Author author,
            List<Attachment> attachments,
            Optional<Threading> threading) {
        this(id, to, text, buttons, language, author, attachments, threading, List.of());
    }

    /** Words and buttons alone. */
    public OutboundMessage(long id, Address to, String text, List<Button> buttons, Language language, Author author) {
        this(id, to, text, buttons, language, author, List.of(), Optional.empty());
    }
}
