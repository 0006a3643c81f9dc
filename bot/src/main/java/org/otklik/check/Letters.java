package org.otklik.check;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.otklik.channels.Address;
import org.otklik.channels.Attachment;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.RawReader;

/**
 * Letters as scripts write them. They go through the real reader of raw mail, which cuts quotes and judges the sender: what a
 * script says in a letter has passed the organisation's mail server, and carries its word for it.
 *
 * @param authservId the name under which the mail server vouches
 */
record Letters(Optional<RawReader> reader, String authservId, ZoneId zone) {
    private static final String END = "\r\n";
    private static final String BOUNDARY = "=_otklik_check";

    /**
     * A letter to be written.
     *
     * @param id its Message-ID, without angle brackets
     * @param references the Message-IDs of its thread, oldest first
     */
    record Draft(
            Address from, String id, String subject, String text, List<String> references, List<Attachment> files) {}

    /** A raw letter as the channel would read it. */
    InboundMessage read(Buffer raw, Instant at) {
        return reader.orElseThrow(() -> new BadScript("no channel of this Otklik reads raw mail"))
                .read(raw, at);
    }

    InboundMessage write(Draft draft, Instant at) {
        return read(Buffer.buffer(raw(draft, at)), at);
    }

    private String raw(Draft draft, Instant at) {
        var from = draft.from().value();
        var domain = from.replaceFirst(".*@", "");
        var head = new StringBuilder();
        header(head, "Return-Path", "<" + from + ">");
        header(
                head,
                "Authentication-Results",
                "%s; dkim=pass header.d=%s; spf=pass smtp.mailfrom=%s; dmarc=pass header.from=%s"
                        .formatted(authservId, domain, from, domain));
        header(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(zone)));
        header(head, "From", "<" + from + ">");
        header(head, "To", "<" + draft.from().account() + ">");
        header(head, "Subject", encoded(draft.subject()));
        header(head, "Message-ID", "<" + draft.id() + ">");
        if (!draft.references().isEmpty()) {
            header(head, "In-Reply-To", "<" + draft.references().getLast() + ">");
            header(head, "References", "<" + String.join("> <", draft.references()) + ">");
        }
        header(head, "MIME-Version", "1.0");
        return head + (draft.files().isEmpty() ? text(draft.text()) : multipart(draft));
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(END);
    }

    private static String encoded(String words) {
        return words.isEmpty()
                ? ""
                : "=?utf-8?B?" + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String text(String words) {
        return part("text/plain; charset=utf-8", "", words.getBytes(StandardCharsets.UTF_8));
    }

    private static String multipart(Draft draft) {
        var body = new StringBuilder("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"" + END + END);
        body.append("--").append(BOUNDARY).append(END).append(text(draft.text()));
        for (var file : draft.files()) {
            var name = "Content-Disposition: attachment; filename=\"" + encoded(file.name()) + "\"" + END;
            body.append("--").append(BOUNDARY).append(END);
            body.append(part(file.mediaType(), name, file.content().getBytes()));
        }
        return body.append("--").append(BOUNDARY).append("--").append(END).toString();
    }

    private static String part(String type, String disposition, byte[] content) {
        return "Content-Type: " + type + END + disposition + "Content-Transfer-Encoding: base64" + END + END
                + Base64.getMimeEncoder().encodeToString(content) + END;
    }
}
