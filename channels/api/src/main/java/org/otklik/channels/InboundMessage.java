package org.otklik.channels;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.i18n.Language;

/**
 * What somebody sent, as the channel read it. No decision has been made.
 *
 * @param from the conversation that it belongs to
 * @param externalId the source's own id: the same for every delivery of the same message, different for different ones
 * @param text what was typed; empty for a press
 * @param press the button that was pressed
 * @param code the one-time code of the link by which the sender came
 * @param language the language of the sender's device or page, a hint for messages without words
 * @param sentAt when the sender sent it
 * @param raw the message as it came, kept unread
 * @param attachments the files that came with it
 */
public record InboundMessage(
        Address from,
        String externalId,
        String text,
        Optional<Press> press,
        Optional<String> code,
        Optional<Language> language,
        Instant sentAt,
        Buffer raw,
        List<Attachment> attachments) {

    public InboundMessage {
        attachments = List.copyOf(attachments);
    }

    /** A message of words alone. */
    public static InboundMessage text(Address from, String externalId, String text, Instant sentAt, Buffer raw) {
        return new InboundMessage(
                from, externalId, text, Optional.empty(), Optional.empty(), Optional.empty(), sentAt, raw, List.of());
    }

    public InboundMessage withPress(Press pressed) {
        return new InboundMessage(
                from, externalId, text, Optional.of(pressed), code, language, sentAt, raw, attachments);
    }

    public InboundMessage withCode(String oneTimeCode) {
        return new InboundMessage(
                from, externalId, text, press, Optional.of(oneTimeCode), language, sentAt, raw, attachments);
    }

    public InboundMessage withLanguage(Language hint) {
        return new InboundMessage(from, externalId, text, press, code, Optional.of(hint), sentAt, raw, attachments);
    }
}
