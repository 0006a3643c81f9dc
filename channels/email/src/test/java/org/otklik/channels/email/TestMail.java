package org.otklik.channels.email;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.Letter;

/** A mail put together line by line, and read in the mailbox bot@dom.example behind the server mx.dom.example. */
final class TestMail {
    static final Instant RECEIVED = Instant.parse("2026-05-18T09:30:00Z");

    private final List<String> header = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;
    private String body = "Привет 🙂";

    /** From Anna, with a subject. */
    static TestMail mail() {
        return new TestMail().with("From: Анна <Anna@donor.example>").with("Subject: Помощь");
    }

    static TestMail empty() {
        return new TestMail();
    }

    TestMail with(String field) {
        header.add(field);
        return this;
    }

    TestMail without(String name) {
        header.removeIf(field -> field.startsWith(name + ":"));
        return this;
    }

    TestMail in(String name) {
        charset = Charset.forName(name);
        return this;
    }

    TestMail saying(String text) {
        body = text;
        return this;
    }

    String text() {
        return (String.join("\n", header) + "\n\n" + body).replace("\n", "\r\n");
    }

    byte[] bytes() {
        return text().getBytes(charset);
    }

    InboundMessage read() {
        return read(bytes());
    }

    static InboundMessage read(byte[] raw) {
        return read(raw, Optional.of("mx.dom.example"));
    }

    static InboundMessage read(byte[] raw, Optional<String> authservId) {
        var values = new HashMap<>(Map.of("address", "bot@dom.example", "aliases", "info@dom.example"));
        authservId.ifPresent(name -> values.put("authserv-id", name));
        var settings = TestSettings.with(values);
        return new EmailFactory().reader(settings).orElseThrow().read(Buffer.buffer(raw), RECEIVED);
    }

    Letter letter() {
        return read().letter().orElseThrow();
    }
}
