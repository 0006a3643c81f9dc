package org.otklik.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a mail as it goes over the wire, one Latin-1 letter for each byte.
 *
 * @param head its headers, each with its line end
 */
record MimePart(String head, String body) {
    /** @param coding a transfer encoding of RFC 2045 */
    static MimePart text(String subtype, Charset charset, String coding, String text) {
        var head = "Content-Type: text/" + subtype + "; charset=" + charset.name() + "\r\nContent-Transfer-Encoding: "
                + coding + "\r\n";
        return new MimePart(head, encoded(text.replace("\n", "\r\n").getBytes(charset), coding));
    }

    static MimePart file(String type, String name, byte[] content) {
        var head = "Content-Type: " + type + "; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\""
                + name + "\"\r\nContent-Transfer-Encoding: base64\r\n";
        return new MimePart(head, encoded(content, "base64"));
    }

    /** @param type with its parameters, but for the boundary */
    static MimePart several(String type, MimePart... parts) {
        var boundary = "=_"
                + Integer.toHexString(Stream.of(parts)
                        .map(MimePart::head)
                        .collect(Collectors.joining())
                        .hashCode());
        var body = Stream.of(parts)
                .map(part -> "--" + boundary + "\r\n" + part.written() + "\r\n")
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
        return new MimePart("Content-Type: " + type + "; boundary=\"" + boundary + "\"\r\n", body);
    }

    String written() {
        return head + "\r\n" + body;
    }

    private static String encoded(byte[] content, String coding) {
        var bytes = new ByteArrayOutputStream();
        try (var stream = MimeUtility.encode(bytes, coding)) {
            stream.write(content);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
