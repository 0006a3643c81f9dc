package org.otklik.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;

/**
 * What somebody sent, without what the database can't hold, so that no message is refused forever. The raw form keeps it all.
 */
final class Storable {
    /** Four bytes each at the most, they still fit into an entry of an index (2704 bytes) with the names beside them. */
    private static final int LONGEST_ID = 500;

    private Storable() {}

    static InboundMessage of(InboundMessage message) {
        var from = message.from();
        return new InboundMessage(
                new Address(from.channel(), text(from.account()), text(from.value())),
                id(message.externalId()),
                text(message.text()),
                message.press(),
                message.code().map(Storable::text),
                message.language(),
                message.sentAt(),
                message.raw(),
                message.attachments());
    }

    /** PostgreSQL has no U+0000 in text, and no half of a surrogate pair. */
    private static String text(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
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
