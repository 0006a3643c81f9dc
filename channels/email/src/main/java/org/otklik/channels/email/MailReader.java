package org.otklik.channels.email;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;
import org.otklik.channels.RawReader;
import org.otklik.channels.email.mime.Headers;
import org.otklik.channels.email.mime.MailDate;
import org.otklik.channels.email.mime.Mailbox;
import org.otklik.channels.email.mime.MimeParser;
import org.otklik.channels.email.reply.SenderName;

/** Reads a raw mail: who it says it is from, what is new in it, whether a person wrote it. Decides nothing. */
final class MailReader implements RawReader {
    /** The Date header is the sender's word; it is believed when it is near the receipt. */
    private static final Duration EARLIEST = Duration.ofDays(14);

    private static final Duration LATEST = Duration.ofMinutes(15);

    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final int MOST_REFERENCES = 100;
    private static final int DIGEST_BYTES = 8;

    private final OwnMailbox own;
    private final Authenticator authenticator;

    /** Asks no server: who signed a mail stays open. */
    MailReader(OwnMailbox own) {
        this(own, Optional.empty());
    }

    /** @param dkim verifies signatures, for which it asks the DNS */
    MailReader(OwnMailbox own, Dkim dkim) {
        this(own, Optional.of(dkim));
    }

    private MailReader(OwnMailbox own, Optional<Dkim> dkim) {
        this.own = own;
        authenticator = new Authenticator(own.authservId(), dkim);
    }

    /** A mail that even so breaks the reading is kept, empty: the next one must not wait behind it. */
    @Override
    public InboundMessage read(Buffer raw, Instant receivedAt) {
        try {
            return understood(raw, receivedAt);
        } catch (RuntimeException | StackOverflowError e) {
            return unread(raw, receivedAt);
        }
    }

    private InboundMessage understood(Buffer raw, Instant receivedAt) {
        var bytes = raw.getBytes();
        var mail = MimeParser.parse(bytes);
        var headers = mail.headers();
        var parts = MailText.of(mail);
        var whole = parts.whole();
        var reply = parts.reply();
        var sender = sender(headers);
        var date = headers.raw("date").flatMap(MailDate::of);
        var bounce = Bounces.in(mail, whole);
        var text = SenderName.cut(normal(reply.text()), normal(sender.name()));
        var letter = new Letter(
                new Letter.Sender(sender.name(), sender.address()),
                headers.raw("message-id").flatMap(MailReader::messageId),
                headers.text("subject"),
                date,
                references(headers),
                own.token(headers),
                normal(whole),
                normal(reply.quote()),
                authenticator.judge(headers, bytes),
                Machines.wrote(mail, sender.address(), bounce.isPresent(), own),
                bounce,
                Forwards.in(mail, parts, reply, own),
                parts.calendar().flatMap(Invitations::read));
        var from = new Address(EmailFactory.NAME, own.address(), OwnMailbox.lowerCase(sender.address()));
        return InboundMessage.text(from, externalId(headers, text, bytes), text, sentAt(date, receivedAt), raw)
                .withAttachments(parts.attachments())
                .withLetter(letter);
    }

    private InboundMessage unread(Buffer raw, Instant receivedAt) {
        var letter = new Letter(
                new Letter.Sender("", ""),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                "",
                Letter.Authentication.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var nobody = new Address(EmailFactory.NAME, own.address(), "");
        return InboundMessage.text(nobody, "sha256 " + digest(raw.getBytes()), "", receivedAt, raw)
                .withLetter(letter);
    }

    static Mailbox sender(Headers headers) {
        return headers.raw("from").stream()
                .flatMap(raw -> Mailbox.lenient(raw, headers).stream())
                .findFirst()
                .or(() -> headers.raw("sender").stream()
                        .flatMap(raw -> Mailbox.lenient(raw, headers).stream())
                        .findFirst())
                .orElse(new Mailbox("", ""));
    }

    /** A Message-ID that comes again with another text is another mail, however that came about. */
    private static String externalId(Headers headers, String text, byte[] raw) {
        return headers.raw("message-id")
                .flatMap(MailReader::messageId)
                .map(id -> id + " " + digest(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> "sha256 " + digest(raw));
    }

    private static Optional<String> messageId(String header) {
        var id = MESSAGE_ID.matcher(header);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }

    private static List<String> references(Headers headers) {
        var found = new ArrayList<String>();
        for (var name : List.of("references", "in-reply-to")) {
            headers.raw(name).map(MESSAGE_ID::matcher).ifPresent(ids -> {
                while (ids.find()) {
                    found.remove(ids.group(1));
                    found.add(ids.group(1));
                }
            });
        }
        return found.subList(Math.max(0, found.size() - MOST_REFERENCES), found.size());
    }

    private static Instant sentAt(Optional<Instant> date, Instant receivedAt) {
        return date.filter(at -> !at.isBefore(receivedAt.minus(EARLIEST)) && !at.isAfter(receivedAt.plus(LATEST)))
                .orElse(receivedAt);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES * 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
