package org.otklik.channels.email.mime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail, or a part of one: its header, its place in the raw bytes, and its own parts. For one thread. */
public final class Part {
    private final byte[] source;
    private final int from;
    private final int to;
    private final Headers headers;
    private final MediaType type;
    private final MediaType disposition;
    private final List<Part> parts;
    /** Asked for several times while a mail is read, and dear. */
    private @Nullable String text;

    Part(byte[] source, int from, int to, Headers headers, MediaType type, List<Part> parts) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.headers = headers;
        this.type = type;
        this.disposition = MediaType.of(headers.raw("content-disposition").orElse(""));
        this.parts = List.copyOf(parts);
    }

    public Headers headers() {
        return headers;
    }

    public MediaType type() {
        return type;
    }

    /** The parts of a multipart; of a message/rfc822 the one mail that it holds. */
    public List<Part> parts() {
        return parts;
    }

    public boolean isMultipart() {
        return type.is("multipart/") && !parts.isEmpty();
    }

    /** Whether it holds a mail that could be read. */
    public boolean isMail() {
        return type.is("message/") && !parts.isEmpty();
    }

    public boolean isAttachment() {
        return disposition.is("attachment") || (name().isPresent() && !disposition.is("inline"));
    }

    /** The file name that the sender gave, as it was given: never a path to use. */
    public Optional<String> name() {
        return disposition.text("filename", headers).or(() -> type.text("name", headers));
    }

    /** The content, decoded from its transfer encoding. */
    public byte[] bytes() {
        return TransferCoding.of(headers.raw("content-transfer-encoding").orElse(""))
                .decode(source, from, to);
    }

    /** The content as text, with line feeds alone between lines and without NUL. */
    public String text() {
        if (text == null) {
            text = decoded();
        }
        return text;
    }

    private String decoded() {
        var lines = Charsets.decode(bytes(), type.parameter("charset"))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
        return type.is("text/plain")
                        && type.parameter("format")
                                .filter("flowed"::equalsIgnoreCase)
                                .isPresent()
                ? Flowed.unwrap(
                        lines,
                        type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent())
                : lines;
    }
}
