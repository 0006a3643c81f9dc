package org.otklik.channels.email.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.otklik.channels.OutboundMessage;

/**
 * The names of mails (RFC 5322 §3.6.4), without angle brackets. That of an own mail follows from its row alone, so that a repeat has
 * the same one and mail programs show it once.
 */
final class MessageId {
    /** What a header can hold without being folded within. Others' names are their words. */
    private static final Pattern SOUND = Pattern.compile("[!-;=?-~]{3,250}");

    /** The first names the thread; the last ones are what the reader's program may still know. */
    private static final int MOST_REFERENCES = 20;

    private static final int DIGEST_BYTES = 8;

    private MessageId() {}

    /** Of a message on its way out; the digest keeps those of two installations apart. */
    static String of(OutboundMessage message, String domain) {
        var whole = String.join(
                "\n",
                String.valueOf(message.id()),
                message.to().account(),
                message.to().value(),
                message.text());
        return "otklik." + message.id() + "." + digest(whole) + "@" + domain;
    }

    static boolean isSound(String id) {
        return SOUND.matcher(id).matches();
    }

    /** As a header lists them, on one line. */
    static String list(List<String> ids) {
        var sound = ids.stream().filter(MessageId::isSound).distinct().toList();
        var kept = sound.size() <= MOST_REFERENCES
                ? sound
                : Stream.concat(sound.stream().limit(1), sound.stream().skip(sound.size() - MOST_REFERENCES + 1))
                        .toList();
        return String.join(" ", kept.stream().map(id -> "<" + id + ">").toList());
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
