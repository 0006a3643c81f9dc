package org.otklik.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.Enclosure;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;

/**
 * What somebody sent, without what the database can't hold, so that no message is refused forever. The raw form keeps it all.
 */
final class Storable {
    /** Four bytes each at the most, they still fit into an entry of an index (2704 bytes) with the names beside them. */
    private static final int LONGEST_ID = 500;

    private Storable() {}

    static InboundMessage of(InboundMessage message) {
        return new InboundMessage(
                address(message.from()),
                message.author().map(Storable::address),
                id(message.externalId()),
                text(message.text()),
                message.press(),
                message.code().map(Storable::text),
                message.language(),
                message.sentAt(),
                message.raw(),
                message.attachments().stream().map(Storable::attachment).toList(),
                message.album().map(Storable::text),
                message.enclosure().map(Storable::enclosure),
                message.edits().map(Storable::id),
                message.repliesTo().map(Storable::id),
                message.letter().map(Storable::letter),
                message.tooLarge().stream().map(Storable::text).toList());
    }

    private static Address address(Address address) {
        return new Address(address.channel(), text(address.account()), text(address.value()));
    }

    private static Attachment attachment(Attachment file) {
        return new Attachment(text(file.name()), text(file.mediaType()), file.content());
    }

    private static Enclosure enclosure(Enclosure enclosure) {
        return enclosure instanceof Enclosure.Card(var name, var phone, var own)
                ? new Enclosure.Card(text(name), text(phone), own)
                : enclosure;
    }

    private static Letter letter(Letter letter) {
        return new Letter(
                new Letter.Sender(
                        text(letter.sender().name()), text(letter.sender().address())),
                letter.messageId().map(Storable::id),
                text(letter.subject()),
                letter.date(),
                letter.references().stream().map(Storable::id).toList(),
                letter.token().map(Storable::text),
                text(letter.whole()),
                text(letter.quote()),
                letter.authentication(),
                letter.automatic(),
                letter.bounce()
                        .map(bounce -> new Letter.Bounce(
                                text(bounce.recipient()), bounce.status().map(Storable::text))),
                letter.forwarded().map(Storable::forwarded),
                letter.invitation().map(Storable::invitation));
    }

    private static Letter.Invitation invitation(Letter.Invitation meeting) {
        return new Letter.Invitation(text(meeting.summary()), meeting.startsAt(), text(meeting.place()));
    }

    private static Letter.Forwarded forwarded(Letter.Forwarded passed) {
        return new Letter.Forwarded(
                passed.from().map(Storable::text),
                text(passed.name()),
                passed.sentAt(),
                text(passed.subject()),
                text(passed.text()));
    }

    /** PostgreSQL has no U+0000 in text, and no half of a surrogate pair. */
    private static String text(String text) {
        if (text.codePoints().noneMatch(Storable::isUnknown)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> isUnknown(point) ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isUnknown(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static String id(String external) {
        var id = text(external);
        return id.length() <= LONGEST_ID ? id : "sha-256:" + HexFormat.of().formatHex(digest(id));
    }

    private static byte[] digest(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
