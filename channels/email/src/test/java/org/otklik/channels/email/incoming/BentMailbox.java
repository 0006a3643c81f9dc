package org.otklik.channels.email.incoming;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.channels.Address;
import org.otklik.channels.InboundMessage;
import org.otklik.channels.RecordingHost;
import org.otklik.channels.email.BentWire;

/** A mailbox at the other end of a wire that a test can bend, and who fetches from it. */
final class BentMailbox implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final RecordingHost host = new RecordingHost(vertx, Router.router(vertx), Clock.systemUTC());
    private final TestMailbox mailbox = new TestMailbox();
    private final BentWire wire = new BentWire(mailbox.port());
    private final List<ImapFetcher> fetchers = new ArrayList<>();

    TestMailbox mailbox() {
        return mailbox;
    }

    BentWire wire() {
        return wire;
    }

    RecordingHost host() {
        return host;
    }

    ImapFetcher fetch(IncomingSettings settings) {
        var fetcher = new ImapFetcher(settings, BentMailbox::read, host);
        fetchers.add(fetcher);
        fetcher.start();
        return fetcher;
    }

    List<String> texts() {
        return host.accepted().stream().map(InboundMessage::text).toList();
    }

    /** Only as far as is needed here: what a mail means is read elsewhere. */
    static InboundMessage read(Buffer raw, Instant receivedAt) {
        var mail = raw.toString(StandardCharsets.UTF_8);
        var id = mail.replaceFirst("(?s).*Message-ID: <(.*?)>.*", "$1");
        var text = mail.substring(mail.indexOf("\r\n\r\n")).strip();
        return InboundMessage.text(
                new Address("email", TestMailbox.ADDRESS, "anna@donor.example"), id, text, receivedAt, raw);
    }

    @Override
    public void close() {
        fetchers.forEach(ImapFetcher::close);
        wire.close();
        mailbox.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
