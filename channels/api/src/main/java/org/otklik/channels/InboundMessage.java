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
 * @param author who wrote it, where several people share the conversation: their own address; empty in private
 * @param externalId the source's own id: the same for every delivery of the same message, different for different ones
 * @param text what was typed; empty for a press
 * @param press the button that was pressed
 * @param code the one-time code of the link by which the sender came
 * @param language the language of the sender's device or page, a hint for messages without words
 * @param sentAt when the sender sent it
 * @param raw the message as it came, kept unread
 * @param attachments the files that came with it; several of an album come as one message
 * @param enclosure what a chat carries besides words and files
 * @param edits the external id of the message that this one puts right
 * @param repliesTo the external id of the message that it answers, where the medium says so
 * @param letter what a letter carries besides its text
 */
public record InboundMessage(
        Address from,
        Optional<Address> author,
        String externalId,
        String text,
        Optional<Press> press,
        Optional<String> code,
        Optional<Language> language,
        Instant sentAt,
        Buffer raw,
        List<Attachment> attachments,
        Optional<Enclosure> enclosure,
        Optional<String> edits,
        Optional<String> repliesTo,
        Optional<Letter> letter) {

    public InboundMessage {
        attachments = List.copyOf(attachments);
    }

    /** A message of words alone. */
    public static InboundMessage text(Address from, String externalId, String text, Instant sentAt, Buffer raw) {
        return new InboundMessage(
                from,
                Optional.empty(),
                externalId,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sentAt,
                raw,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public InboundMessage writtenBy(Address writer) {
        return new InboundMessage(
                from,
                Optional.of(writer),
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage withPress(Press pressed) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                Optional.of(pressed),
                code,
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage withCode(String oneTimeCode) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                Optional.of(oneTimeCode),
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage withLanguage(Language hint) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                Optional.of(hint),
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage withAttachments(List<Attachment> files) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                files,
                enclosure,
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage withEnclosure(Enclosure enclosed) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                attachments,
                Optional.of(enclosed),
                edits,
                repliesTo,
                letter);
    }

    public InboundMessage editing(String earlierId) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                Optional.of(earlierId),
                repliesTo,
                letter);
    }

    public InboundMessage replyingTo(String earlierId) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                Optional.of(earlierId),
                letter);
    }

    public InboundMessage withLetter(Letter envelope) {
        return new InboundMessage(
                from,
                author,
                externalId,
                text,
                press,
                code,
                language,
                sentAt,
                raw,
                attachments,
                enclosure,
                edits,
                repliesTo,
                Optional.of(envelope));
    }
}
