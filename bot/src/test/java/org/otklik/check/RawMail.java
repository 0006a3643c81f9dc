package org.otklik.check;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A mail as it comes over the wire, header by header, so that it can be as wrong as those of attackers. */
public final class RawMail {
    private static final String END = "\r\n";

    private final List<String> header = new ArrayList<>();
    private String body = "";
    private boolean judged;

    private RawMail() {}

    /** From an address that nothing vouches for. */
    public static RawMail unprovenFrom(String address) {
        return new RawMail()
                .with("From", address)
                .with("To", "office@lipa.example")
                .with("MIME-Version", "1.0")
                .with("Content-Type", "text/plain; charset=utf-8");
    }

    /** From an address for which the fund's own mail server vouches. */
    public static RawMail provenFrom(String address) {
        var domain = address.replaceFirst("^.*@", "").replaceFirst(">$", "");
        return unprovenFrom(address).judged("dmarc=pass header.from=" + domain);
    }

    /** With what the fund's own mail server found out about it, when it came in there. */
    public RawMail judged(String verdict) {
        judged = true;
        return above("Authentication-Results", "mx.lipa.example; " + verdict);
    }

    public boolean isJudged() {
        return judged;
    }

    public RawMail with(String name, String value) {
        header.add(name + ": " + value);
        return this;
    }

    public RawMail above(String name, String value) {
        header.addFirst(name + ": " + value);
        return this;
    }

    /** To this address instead of the fund's. */
    public RawMail to(String address) {
        header.removeIf(field -> field.startsWith("To: "));
        return with("To", address);
    }

    public RawMail id(String messageId) {
        return with("Message-ID", "<" + messageId + ">");
    }

    public RawMail answers(String... messageIds) {
        return with("In-Reply-To", "<" + messageIds[messageIds.length - 1] + ">")
                .with("References", "<" + String.join("> <", messageIds) + ">");
    }

    public RawMail about(String subject) {
        return with("Subject", subject);
    }

    public RawMail says(String text) {
        body = text;
        return this;
    }

    public Buffer raw() {
        var text = String.join(END, header) + END + END + body.replace("\n", END);
        return Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
    }
}
