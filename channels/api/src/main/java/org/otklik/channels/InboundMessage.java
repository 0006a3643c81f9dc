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
 * @param attachments the files that came with it
 * @param album what several messages have in common that were sent as one, where the medium hands them over one by one
 * @param enclosure what a chat carries besides words and files
 * @param edits the external id of the message that this one puts right
 * @param repliesTo the external id of the message that it answers, where the medium says so
 * @param letter what a letter carries besides its text
 * @param tooLarge the names of files that came with it and that the medium does not hand out, being too large; a name may be empty
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
        Optional<String> album,
        Optional<Enclosure> enclosure,
        Optional<String> edits,
        Optional<String> repliesTo,
        Optional<Letter> letter,
        List<String> tooLarge) {

    public InboundMessage {
        attachments = List.copyOf(attachments);
        tooLarge = List.copyOf(tooLarge);
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
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public InboundMessage writtenBy(Address writer) {
        var copy = new Copy(this);
        copy.author = Optional.of(writer);
        return copy.message();
    }

    public InboundMessage withPress(Press pressed) {
        var copy = new Copy(this);
        copy.press = Optional.of(pressed);
        return copy.message();
    }

    public InboundMessage withCode(String oneTimeCode) {
        var copy = new Copy(this);
        copy.code = Optional.of(oneTimeCode);
        return copy.message();
    }

    public InboundMessage withLanguage(Language hint) {
        var copy = new Copy(this);
        copy.language = Optional.of(hint);
        return copy.message();
    }

    public InboundMessage withAttachments(List<Attachment> files) {
        var copy = new Copy(this);
        copy.attachments = files;
        return copy.message();
    }

    public InboundMessage ofAlbum(String name) {
        var copy = new Copy(this);
        copy.album = Optional.of(name);
        return copy.message();
    }

    public InboundMessage withEnclosure(Enclosure enclosed) {
        var copy = new Copy(this);
        copy.enclosure = Optional.of(enclosed);
        return copy.message();
    }

    public InboundMessage editing(String earlierId) {
        var copy = new Copy(this);
        copy.edits = Optional.of(earlierId);
        return copy.message();
    }

    public InboundMessage replyingTo(String earlierId) {
        var copy = new Copy(this);
        copy.repliesTo = Optional.of(earlierId);
        return copy.message();
    }

    public InboundMessage withLetter(Letter envelope) {
        var copy = new Copy(this);
        copy.letter = Optional.of(envelope);
        return copy.message();
    }

    /** With files that were too large to be fetched. */
    public InboundMessage withoutFiles(List<String> names) {
        var copy = new Copy(this);
        copy.tooLarge = names;
        return copy.message();
    }

    /** What a copy may differ in. */
    private static final class Copy {
        private final InboundMessage original;
        private Optional<Address> author;
        private Optional<Press> press;
        private Optional<String> code;
        private Optional<Language> language;
        private List<Attachment> attachments;
        private Optional<String> album;
        private Optional<Enclosure> enclosure;
        private Optional<String> edits;
        private Optional<String> repliesTo;
        private Optional<Letter> letter;
        private List<String> tooLarge;

        Copy(InboundMessage original) {
            this.original = original;
            this.author = original.author;
            this.press = original.press;
            this.code = original.code;
            this.language = original.language;
            this.attachments = original.attachments;
            this.album = original.album;
            this.enclosure = original.enclosure;
            this.edits = original.edits;
            this.repliesTo = original.repliesTo;
            this.letter = original.letter;
            this.tooLarge = original.tooLarge;
        }

        InboundMessage message() {
            return new InboundMessage(
                    original.from,
                    author,
                    original.externalId,
                    original.text,
                    press,
                    code,
                    language,
                    original.sentAt,
                    original.raw,
                    attachments,
                    album,
                    enclosure,
                    edits,
                    repliesTo,
                    letter,
                    tooLarge);
        }
    }
}
